// Who sends slowly is cut off, unless it is an upload that keeps coming.
import assert from 'node:assert/strict'
import { connect, type Socket } from 'node:net'
import { after, before, test } from 'node:test'
import { createCustomer } from '../../test/factories.ts'
import { type TestDesk, testDesk } from '../../test/harness.ts'

const patience = { body: 400, silence: 800, upload: 60_000 }
let desk: TestDesk
let port: number
let authorization: string
const sockets: Socket[] = []
before(async () => {
  desk = await testDesk({ patience })
  port = Number(new URL(await desk.listen()).port)
  authorization = (await desk.asCustomer(await createCustomer(desk)).headers()).authorization!
})
after(() => {
  for (const socket of sockets) socket.destroy()
})

/** Sends a head and then pieces at a distance; gives what came back until the end of the connection. */
async function trickle(head: string[], pieces: Buffer[], everyMs: number): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  sockets.push(socket)
  let answer = ''
  socket.on('data', data => {
    answer += String(data)
    if (answer.includes('\r\n\r\n')) socket.end()
  })
  socket.on('error', () => {})
  const over = new Promise<void>(resolve => socket.on('close', () => resolve()))
  socket.write([...head, '', ''].join('\r\n'))
  const rest = [...pieces]
  const timer = setInterval(() => {
    const next = rest.shift()
    if (next && !socket.destroyed) socket.write(next)
  }, everyMs)
  await over
  clearInterval(timer)
  return answer
}

const upload = (length: number) => [
  'POST /api/customer/attachments HTTP/1.1',
  'Host: desk',
  `Authorization: ${authorization}`,
  'Content-Type: multipart/form-data; boundary=x',
  `Content-Length: ${length}`,
]
const form = Buffer.from(
  `--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\n${'hello '.repeat(20)}\r\n--x--\r\n`,
)
const pieces = (bytes: Buffer, n: number) =>
  Array.from({ length: n }, (_, at) => bytes.subarray((at * bytes.length) / n, ((at + 1) * bytes.length) / n))

test('an upload may take longer than anything else, as long as it keeps coming', async () => {
  const started = performance.now()
  const answer = await trickle(upload(form.length), pieces(form, 10), 150)
  assert.match(answer, /^HTTP\/1\.1 200/)
  assert.ok(performance.now() - started > 2 * patience.body)
})

test('an upload that falls silent is cut off', async () => {
  const started = performance.now()
  assert.doesNotMatch(await trickle(upload(form.length), [form.subarray(0, 50)], 10), /^HTTP\/1\.1 200/)
  assert.ok(performance.now() - started < 10 * patience.silence)
})

test('any other body that comes drop by drop is cut off, however steadily', async () => {
  const body = Buffer.from(JSON.stringify({ locale: 'en', visitorToken: 'x'.repeat(150) }))
  const head = [
    'POST /api/customer/session HTTP/1.1',
    'Host: desk',
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
  ]
  assert.equal(await trickle(head, pieces(body, 40), 50), '')
})

test('who has their answer and goes on sending is cut off, too', async () => {
  const head = upload(form.length).filter(line => !line.startsWith('Authorization'))
  const socket = connect(port, '127.0.0.1')
  sockets.push(socket)
  socket.on('error', () => {})
  const over = new Promise<void>(resolve => socket.on('close', () => resolve()))
  socket.write([...head, '', ''].join('\r\n'))
  socket.resume()
  const timer = setInterval(() => socket.destroyed || socket.write('x'), 100)
  const started = performance.now()
  await over
  clearInterval(timer)
  assert.ok(performance.now() - started < 20 * patience.body)
})
