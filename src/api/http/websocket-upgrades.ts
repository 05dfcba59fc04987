import { IncomingMessage } from 'node:http'

/**
 * Ignores the `Upgrade` header unless it requests a WebSocket, as RFC 9110, section 7.8, allows. Java's HttpClient, Spring and `curl --http2`
 * send `Upgrade: h2c` with every request. A Node server with a handler for upgrades would treat each of these as an upgrade, and read no body.
 * It decides by this property.
 */
export class RequestWithWebSocketUpgrades extends IncomingMessage {
  isUpgradeRequested: boolean | null | undefined

  /** Node's parser sets and reads this property, which is missing from its types. */
  get upgrade(): boolean {
    return this.isUpgradeRequested === true && (this.method === 'CONNECT' || isWebSocket(this.headers.upgrade))
  }

  set upgrade(isRequested: boolean | null) {
    this.isUpgradeRequested = isRequested
  }
}

const isWebSocket = (protocols: string | undefined) =>
  protocols?.split(',').some(protocol => protocol.trim().toLowerCase() === 'websocket') ?? false
