import type { ServerResponse } from 'node:http'

/** Breaks a response if its client has read nothing for `stalledMs` although data are available. A client that waits for data is kept. */
export function endStalledDownload(response: ServerResponse, stalledMs: number): void {
  response.setTimeout(stalledMs, () => {
    if (response.writableLength > 0) response.destroy()
    else response.socket?.setTimeout(stalledMs)
  })
}
