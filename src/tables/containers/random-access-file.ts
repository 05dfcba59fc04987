/** A file of which any part can be read. */
export interface RandomAccessFile {
  /** For messages. */
  readonly name: string
  readonly sizeBytes: number
  /** Fewer bytes at the end of the file. */
  readAt(position: number, length: number): Promise<Buffer>
}
