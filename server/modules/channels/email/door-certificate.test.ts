// The door with a certificate: STARTTLS is offered, spoken, and goes on with a new certificate as soon as one is there.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, test } from 'node:test'
import { createTransport } from 'nodemailer'
import { testDesk } from '../../../../test/harness.ts'
import { certificates } from './certificates.fixture.ts'
import { help, mailDesk } from './mail-desk.fixture.ts'

const [first, second] = certificates
const folder = mkdtempSync(join(tmpdir(), 'ballast-door-'))
const tls = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') }
const put = (what: Partial<{ cert: string; key: string }>) => {
  for (const [name, text] of Object.entries(what)) writeFileSync(tls[name as 'cert' | 'key'], text)
}
put(first)
const [safe, plain] = await Promise.all([
  mailDesk({ mailDoor: { host: '127.0.0.1', port: 0, lmtp: false, tls } }),
  mailDesk(),
])
after(async () => {
  await Promise.all([safe.close(), plain.close()])
  rmSync(folder, { recursive: true })
})

async function sendTrusting(ca: string): Promise<void> {
  const transport = createTransport({
    host: '127.0.0.1',
    port: safe.desk.app.mailPort()!,
    requireTLS: true,
    tls: { ca, servername: 'mail.harbour.example' },
  })
  await transport.sendMail({ from: 'bo@customer.example', to: help, subject: 'Sealed', text: 'Hello.' })
}

/** What the door says to EHLO. */
async function offers(port: number): Promise<string[]> {
  const socket = connect(port, '127.0.0.1')
  const said: string[] = []
  for await (const line of createInterface({ input: socket })) {
    if (line.startsWith('220 ')) socket.write('EHLO test\r\n')
    else said.push(line.slice(4))
    if (line.startsWith('250 ')) break
  }
  socket.destroy()
  return said
}

test('STARTTLS is offered with a certificate, and not without', async () => {
  assert.ok((await offers(safe.desk.app.mailPort()!)).includes('STARTTLS'))
  assert.ok(!(await offers(plain.desk.app.mailPort()!)).includes('STARTTLS'))
})

test('mail comes in under the desk’s own certificate, which is another one once the files are', async () => {
  await sendTrusting(first.cert)
  await assert.rejects(sendTrusting(second.cert), /certificate/i)
  put({ cert: second.cert })
  await sendTrusting(first.cert)
  put({ key: second.key })
  await sendTrusting(second.cert)
  await assert.rejects(sendTrusting(first.cert), /certificate/i)
})

test('files that are of no use keep the door from opening at all', async () => {
  put({ cert: first.cert })
  const mailDoor = { host: '127.0.0.1', port: 0, lmtp: false, tls }
  const desk = await testDesk({ mailDoor })
  await assert.rejects(desk.listen(), /key values mismatch/i)
})
