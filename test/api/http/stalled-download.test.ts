import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { endStalledDownload } from '../../../src/api/http/stalled-download.ts'

const STALLED_MS = 1000

let close: () => Promise<unknown>
afterEach(() => close())

/** A server that responds by `write`, and a client that has received the head. */
async function download(write: (response: ServerResponse) => Promise<void>) {
  let [isFinished, isBroken] = [false, false]
  const server = createServer((_request, response) => {
    endStalledDownload(response, STALLED_MS)
    response.on('finish', () => {
      isFinished = true
    })
    response.on('close', () => {
      isBroken = !isFinished
    })
    void write(response)
  }).listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  close = () => {
    server.closeAllConnections()
    return new Promise(resolve => server.close(resolve))
  }
  const { port } = server.address() as AddressInfo
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`http://127.0.0.1:${port}/`, resolve).on('error', reject)
  })
  response.on('error', () => {})
  return { response, isBroken: () => isBroken }
}

/** More than the buffers of both sockets. */
const muchAtOnce = async (response: ServerResponse) => {
  Readable.from(Array.from({ length: 64 }, () => Buffer.alloc(1024 * 1024))).pipe(response)
}

test('a client that reads nothing is disconnected', async () => {
  const { isBroken } = await download(muchAtOnce)
  await expect.poll(isBroken, { timeout: 10_000 }).toBe(true)
})

test('a client that reads nothing is disconnected, even if the server adds more all the time', async () => {
  const { isBroken } = await download(async response => {
    void muchAtOnce(response)
    const more = setInterval(() => response.write('more'), STALLED_MS / 4)
    response.once('close', () => clearInterval(more))
  })
  await expect.poll(isBroken, { timeout: 10_000 }).toBe(true)
})

test('a client that reads slowly receives everything', async () => {
  const { response, isBroken } = await download(muchAtOnce)
  let bytes = 0
  for await (const chunk of response) {
    // Pauses shorter than the limit, but much longer in total.
    if (Math.floor((bytes + chunk.length) / 8_000_000) > Math.floor(bytes / 8_000_000)) await pause(STALLED_MS / 4)
    bytes += chunk.length
  }
  expect(bytes).toBe(64 * 1024 * 1024)
  expect(isBroken()).toBe(false)
})

test('a client that waits for the server stays connected', async () => {
  const { response, isBroken } = await download(async answer => {
    answer.write('a')
    await pause(2.5 * STALLED_MS)
    answer.end('b')
  })
  const chunks: string[] = []
  for await (const chunk of response) chunks.push(String(chunk))
  expect(chunks.join('')).toBe('ab')
  expect(isBroken()).toBe(false)
})
