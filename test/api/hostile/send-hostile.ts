import { type Agent, request } from 'node:http'
import { connect } from 'node:net'
import { WebSocket } from 'ws'
import type { HostileRequest } from './hostile-request.ts'

/** Null for a connection without a response. */
export interface HostileAnswer {
  readonly status: number | null
  readonly retryAfter: string | undefined
  readonly text: string
}

/** Far beyond any intended wait, so that only a request without an answer reaches it. */
const NO_ANSWER_MS = 60_000
/** Closing a socket is the server's usual reply to bytes that are no request. */
const RAW_WAIT_MS = 300
const FRAMES_WAIT_MS = 2000

/** Sends a request and waits for its answer. Throws without one, unless the client left or sent no proper request. */
export function sendHostile(url: string, hostile: HostileRequest, agent: Agent): Promise<HostileAnswer> {
  if (hostile.kind === 'http') return sendHttp(url, hostile, agent)
  return hostile.kind === 'websocket' ? sendFrames(url, hostile) : sendBytes(url, hostile.bytes)
}

const nothing: HostileAnswer = { status: null, retryAfter: undefined, text: '' }

function sendHttp(
  url: string,
  hostile: HostileRequest & { readonly kind: 'http' },
  agent: Agent | false,
): Promise<HostileAnswer> {
  return new Promise((resolve, reject) => {
    const { method, path, headers, body, leavesAfterMs } = hostile
    const { hostname, port } = new URL(url)
    const mayLeave = leavesAfterMs !== undefined
    const sent = request({ hostname, port, method, path, headers, agent: mayLeave ? false : agent }, response => {
      const chunks: Buffer[] = []
      const end = () =>
        resolve({
          status: response.statusCode ?? null,
          retryAfter: response.headers['retry-after'],
          text: Buffer.concat(chunks).toString('utf8'),
        })
      response.on('data', chunk => chunks.push(chunk))
      response.on('end', end)
      response.on('error', error => (mayLeave ? end() : reject(error)))
    })
    sent.on('upgrade', (_response, socket) => {
      socket.destroy()
      resolve(nothing)
    })
    sent.on('error', error => {
      if (mayLeave) resolve(nothing)
      // The server may close a connection between two requests.
      else if (sent.reusedSocket) sendHttp(url, hostile, false).then(resolve, reject)
      else reject(error)
    })
    sent.setTimeout(NO_ANSWER_MS, () => sent.destroy(new Error('There was no answer.')))
    if (mayLeave) {
      const leave = setTimeout(() => sent.destroy(), leavesAfterMs)
      sent.on('close', () => {
        clearTimeout(leave)
        resolve(nothing)
      })
    }
    sent.end(body)
  })
}

/** Sends the frames at once. The last is a ping, whose pong follows the answers to faulty frames. */
function sendFrames(
  url: string,
  { frames, protocol }: HostileRequest & { readonly kind: 'websocket' },
): Promise<HostileAnswer> {
  return new Promise(resolve => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, protocol)
    const received: string[] = []
    let waiting: NodeJS.Timeout | undefined
    let closeCode: number | null = null
    const end = () => {
      clearTimeout(waiting)
      socket.terminate()
      // 1011 and 4500 report an internal error.
      const status = closeCode === 1011 || closeCode === 4500 ? 500 : 101
      resolve({ status, retryAfter: undefined, text: received.join('\n') })
    }
    socket.on('open', () => {
      for (const frame of frames) socket.send(frame)
      socket.send(JSON.stringify({ type: 'ping' }))
      waiting = setTimeout(end, FRAMES_WAIT_MS)
    })
    socket.on('message', data => {
      received.push(String(data))
      if (String(data) === '{"type":"pong"}') setTimeout(end, 50)
    })
    socket.on('close', code => {
      closeCode = code
      end()
    })
    socket.on('error', end)
  })
}

function sendBytes(url: string, bytes: string | Buffer): Promise<HostileAnswer> {
  return new Promise(resolve => {
    const { hostname, port } = new URL(url)
    const socket = connect(Number(port), hostname)
    let text = ''
    const waiting = setTimeout(() => socket.destroy(), RAW_WAIT_MS)
    socket.on('data', data => {
      text += data
    })
    socket.on('error', () => {})
    socket.on('close', () => {
      clearTimeout(waiting)
      const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]
      resolve({
        status: status === undefined ? null : Number(status),
        retryAfter: /^retry-after/im.exec(text)?.[0],
        text,
      })
    })
    socket.write(bytes)
  })
}
