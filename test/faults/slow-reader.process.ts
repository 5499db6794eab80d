// A process of its own for readers that don't keep up: sockets that read a trickle, or a client that is stopped for a while.

import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

interface Order {
  port: number
  token: string
  conversationId: string
  count: number
}

/** Bytes that one socket reads a second; 0 as fast as it can. */
let perSecond = 0
const sockets: Socket[] = []

process.on('message', (message: Partial<Order> & { perSecond?: number }) => {
  if (message.perSecond !== undefined) slowDown(message.perSecond)
  if (message.count) void openAll(message as Order)
})

async function openAll(order: Order): Promise<void> {
  for (let n = 0; n < order.count; n++) {
    sockets.push(await openOne(order))
  }
  process.send!({ opened: sockets.length })
}

/** The realtime protocol by hand: a library would read on its own. */
function openOne({ port, token, conversationId }: Order): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', highWaterMark: 1_024 } as never)
  socket.on('error', () => {})
  const key = randomBytes(16).toString('base64')
  socket.write(
    `GET /api/realtime HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nupgrade: websocket\r\nconnection: Upgrade\r\n` +
      `sec-websocket-version: 13\r\nsec-websocket-key: ${key}\r\n\r\n`,
  )
  return new Promise(resolve =>
    socket.once('data', () => {
      socket.write(masked({ type: 'hello', v: 1, token }))
      socket.write(masked({ type: 'join', room: `conversation:${conversationId}` }))
      read(socket)
      resolve(socket)
    }),
  )
}

function read(socket: Socket): void {
  socket.on('data', piece => answerPings(socket, piece))
}

/** A slow reader is not a dead one: it answers every ping it comes to. */
function answerPings(socket: Socket, piece: Buffer): void {
  if (piece.includes(Buffer.from([0x89, 0x00]))) socket.write(frame(0x8a, Buffer.alloc(0)))
}

function slowDown(bytes: number): void {
  perSecond = bytes
  for (const socket of sockets) {
    if (bytes === 0) socket.resume()
    else socket.pause()
  }
}

// One read buffer holds the trickle of many seconds: it is taken when that time has passed.
const bufferBytes = 64 * 1024
let credit = 0
setInterval(() => {
  if (perSecond === 0) return
  credit += perSecond
  if (credit < bufferBytes) return
  credit -= bufferBytes
  for (const socket of sockets) socket.once('data', () => socket.pause()).resume()
}, 1_000)

const masked = (content: object): Buffer => frame(0x81, Buffer.from(JSON.stringify(content)))

function frame(type: number, payload: Buffer): Buffer {
  const mask = randomBytes(4)
  const length =
    payload.length < 126
      ? Buffer.from([0x80 | payload.length])
      : Buffer.from([0xfe, payload.length >> 8, payload.length & 255])
  const body = Buffer.from(payload.map((byte, index) => byte ^ mask[index % 4]!))
  return Buffer.concat([Buffer.from([type]), length, mask, body])
}
