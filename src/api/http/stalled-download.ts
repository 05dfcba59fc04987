import type { ServerResponse } from 'node:http'

/** Breaks a response whose client has read nothing for `stalledMs` although there is more; one that waits for us is let alone. */
export function endStalledDownload(response: ServerResponse, stalledMs: number): void {
  response.setTimeout(stalledMs, () => {
    if (response.writableLength > 0) response.destroy()
    else response.socket?.setTimeout(stalledMs)
  })
}
