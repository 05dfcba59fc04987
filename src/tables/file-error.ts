import { UsageError } from '../problem/problem.ts'

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist: a part of its path is not a directory',
  EISDIR: 'is a directory; name a file',
  EACCES: 'cannot be opened: permission denied',
  EPERM: 'cannot be opened: permission denied',
  EROFS: 'cannot be written: the file system is read-only',
  ENOSPC: 'cannot be written: the disk is full',
  EMFILE: 'cannot be opened: too many files are open',
  EIO: 'cannot be read: the disk reported an error',
  ENAMETOOLONG: 'cannot be opened: its name is too long',
  ELOOP: 'cannot be opened: its symbolic links form a loop',
}

/** Converts a file error to a one-line `UsageError`; returns other errors unchanged. */
export function explainFileError(error: unknown, path: string): unknown {
  const reason = REASONS[(error as NodeJS.ErrnoException | null)?.code ?? '']
  return reason === undefined ? error : new UsageError(`${path} ${reason}.`)
}
