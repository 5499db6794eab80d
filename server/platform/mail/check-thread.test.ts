// Senders are checked beside everything else: large mails hold nobody up, and the name system is asked as it was said.
import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { test } from 'node:test'
import { createTransport } from 'nodemailer'
import { createChecker } from './check-thread.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2_048,
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
const record = `v=DKIM1; p=${publicKey.toString('base64')}`
const asked: string[] = []
const check = createChecker(async (name, type) => {
  asked.push(`${type} ${name}`)
  if (name === 's._domainkey.customer.example') return [[record]]
  throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })
})
const envelope = { ip: '192.0.2.1', helo: 'mx.customer.example', sender: 'bo@customer.example' }

async function signed(text: string): Promise<Buffer> {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message } = await composer.sendMail({
    from: 'bo@customer.example',
    to: 'help@harbour.example',
    subject: 'Signed',
    text,
    dkim: { domainName: 'customer.example', keySelector: 's', privateKey },
  })
  return message as Buffer
}

test('a signature is checked with what the given name system says', async () => {
  const raw = await signed('Hello.')
  const verdict = await check(raw, envelope)
  assert.deepEqual([verdict.dkim, verdict.sender, verdict.spf], ['pass', 'pass', 'none'])
  assert.ok(asked.includes('TXT s._domainkey.customer.example'), String(asked))
  const changed = Buffer.from(raw.toString('latin1').replace('Signed', 'Sealed'), 'latin1')
  assert.equal((await check(changed, envelope)).dkim, 'fail')
})

test('many at once each get their own answer', async () => {
  const [right, wrong] = [await signed('Right.'), Buffer.from('From: x@y.example\r\n\r\nHello.\r\n')]
  const verdicts = await Promise.all([right, wrong, right, wrong].map(raw => check(raw, envelope)))
  assert.deepEqual(
    verdicts.map(({ dkim }) => dkim),
    ['pass', 'none', 'pass', 'none'],
  )
})

test('a mail of 25 MB keeps nobody else waiting', async () => {
  const raw = await signed(`${'x'.repeat(70)}\n`.repeat(360_000))
  assert.ok(raw.length > 25_000_000)
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const { dkim } = await check(raw, envelope)
  delay.disable()
  assert.equal(dkim, 'pass')
  assert.ok(delay.max < 350e6, `nothing else ran for ${Math.round(delay.max / 1e6)} ms`)
})
