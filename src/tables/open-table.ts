import { UsageError } from '../problem/problem.ts'
import { decodeText } from './decode-text.ts'
import { type InputFile, inspectFile, openInputFile } from './input-file.ts'
import { peek } from './peek.ts'
import { type ReadOptions, type RowReader, readContainer, readRows } from './read-rows.ts'
import { DOUBTFUL_ENCODING, EncodingEvidence, UTF_32 } from './text-encoding.ts'
import { unpack } from './unpack.ts'

export interface TableOptions extends ReadOptions {
  /** A label that `TextDecoder` knows; null detects the encoding. */
  readonly encoding: string | null
  /** Name of the file in messages, if it is not the path. */
  readonly name?: string
}

/** A file whose rows can be read once. */
export interface Table extends RowReader {
  /** For messages. */
  readonly name: string
  /** Facts about how the file is read, for the user before its first row; complete sentences. */
  readonly notices: readonly string[]
  close(): Promise<void>
}

/** A table whose file was read completely before its first row is returned. */
export interface InspectedTable extends Table {
  /** Of the decompressed bytes. */
  readonly sha256: string
  readonly sizeBytes: number
  /** Number of consumed bytes of `sizeBytes`. */
  takenBytes(): number
}

/**
 * Opens a file, or standard input for `-`, in two passes. The first computes its hash, detects its encoding and checks
 * that it can be decompressed; the second returns its rows. Throws a `UsageError`.
 */
export async function openTable(
  path: string,
  stdin: AsyncIterable<Buffer>,
  options: TableOptions,
): Promise<InspectedTable> {
  const file = await openInputFile(path, stdin, options.name)
  try {
    const { sha256, encoding } = await inspectFile(file)
    const isGuess = options.encoding === null && file.container === null
    if (isGuess && encoding.isDoubtful) throw new UsageError(`${file.name} ${DOUBTFUL_ENCODING}.`)
    let taken = 0
    const bytes = file.read(position => {
      taken = position
    })
    const decoded = (chunks: AsyncIterable<Buffer>) => decodeText(chunks, options.encoding ?? encoding.encoding)
    const followed = following(file, position => {
      taken = Math.max(taken, position)
    })
    const reader =
      file.container === null
        ? await readRows(decoded(bytes), file.name, options, () => decoded(file.read()))
        : await readContainer(followed, options)
    const encodingNotices =
      options.encoding === null && encoding.notice !== null ? [`${file.name} ${encoding.notice}.`] : []
    const notices = [...encodingNotices, ...reader.columnNotices]
    return {
      ...reader,
      name: file.name,
      sha256,
      sizeBytes: file.sizeBytes,
      takenBytes: () => taken,
      notices,
      close: file.close,
    }
  } catch (error) {
    await file.close()
    throw error
  }
}

/**
 * Reads a stream while it is being written, so that the output of another program is processed line by line. The first
 * chunk decides the encoding; invalid bytes that follow are not reported. Throws a `UsageError`.
 */
export async function openLiveTable(
  stream: AsyncIterable<Buffer>,
  name: string,
  options: TableOptions,
): Promise<Table> {
  const { head, all } = await peek(unpack(stream, name), bytes => bytes.length > 0)
  const evidence = new EncodingEvidence()
  evidence.add(head)
  if (evidence.isUtf32()) throw new UsageError(`${name} ${UTF_32}.`)
  const { encoding, notice, isDoubtful } = evidence.verdict()
  if (options.encoding === null && isDoubtful) throw new UsageError(`${name} ${DOUBTFUL_ENCODING}.`)
  const reader = await readRows(decodeText(all, options.encoding ?? encoding), name, options, null)
  const encodingNotices = options.encoding === null && notice !== null ? [`${name} ${notice}.`] : []
  const notices = [...encodingNotices, ...reader.columnNotices]
  return { ...reader, name, notices, close: async () => {} }
}

/** The same file; `onRead` gets the position behind each part that is read. The directory at the end does not count. */
const following = (file: InputFile, onRead: (position: number) => void): InputFile => ({
  ...file,
  readAt: async (position, length) => {
    const bytes = await file.readAt(position, length)
    if (position + bytes.length < file.sizeBytes) onRead(position + bytes.length)
    return bytes
  },
})
