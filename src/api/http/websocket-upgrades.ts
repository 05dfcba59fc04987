import { IncomingMessage } from 'node:http'

/**
 * A request that asks for another protocol is answered as usual, unless it asks for a WebSocket: RFC 9110, section 7.8, lets a server ignore
 * the header. Java's HttpClient, Spring and `curl --http2` send `Upgrade: h2c` with every request. Node takes each of them for an upgrade,
 * and reads no body, as soon as anything listens for WebSockets; it decides by this property.
 */
export class RequestWithWebSocketUpgrades extends IncomingMessage {
  isUpgradeRequested: boolean | null | undefined

  /** Set and read by Node's parser, which its types do not say. */
  get upgrade(): boolean {
    return this.isUpgradeRequested === true && (this.method === 'CONNECT' || isWebSocket(this.headers.upgrade))
  }

  set upgrade(isRequested: boolean | null) {
    this.isUpgradeRequested = isRequested
  }
}

const isWebSocket = (protocols: string | undefined) =>
  protocols?.split(',').some(protocol => protocol.trim().toLowerCase() === 'websocket') ?? false
