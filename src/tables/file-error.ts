import { UsageError } from '../problem/problem.ts'

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist: a part of its path is no directory',
  EISDIR: 'is a directory; name a file',
  EACCES: 'cannot be opened: permission denied',
  EPERM: 'cannot be opened: permission denied',
  EROFS: 'cannot be written: the file system is read-only',
  ENOSPC: 'cannot be written: the disk is full',
  EMFILE: 'cannot be opened: too many files are open',
  EIO: 'cannot be read: the disk reports an error',
  ENAMETOOLONG: 'cannot be opened: its name is too long',
  ELOOP: 'cannot be opened: its symbolic links go round in a circle',
}

/** The one line that tells a user what is wrong with a file of theirs; what is no file error comes back as it is. */
export function explainFileError(error: unknown, path: string): unknown {
  const reason = REASONS[(error as NodeJS.ErrnoException | null)?.code ?? '']
  return reason === undefined ? error : new UsageError(`${path} ${reason}.`)
}
