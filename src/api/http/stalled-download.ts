import type { ServerResponse } from 'node:http'

/** Aborts a response if data is ready and the client has read nothing for `stalledMs`. Never aborts while the client waits for the server. */
export function endStalledDownload(response: ServerResponse, stalledMs: number): void {
  response.setTimeout(stalledMs, () => {
    if (response.writableLength > 0) response.destroy()
    else response.socket?.setTimeout(stalledMs)
  })
}
