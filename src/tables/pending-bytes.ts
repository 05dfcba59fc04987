/**
 * Bytes that were read but not parsed yet. They are joined only on access, so that a long record is not copied
 * repeatedly.
 */
export class PendingBytes {
  private parts: Buffer[] = []
  sizeBytes = 0

  push(chunk: Buffer): void {
    this.parts.push(chunk)
    this.sizeBytes += chunk.length
  }

  peek(): Buffer {
    const [only, second] = this.parts
    if (only !== undefined && second === undefined) return only
    const joined = Buffer.concat(this.parts)
    this.parts = [joined]
    return joined
  }

  drop(sizeBytes: number): void {
    const rest = this.peek().subarray(sizeBytes)
    this.parts = rest.length === 0 ? [] : [rest]
    this.sizeBytes = rest.length
  }
}
