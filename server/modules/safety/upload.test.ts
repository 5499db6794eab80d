// Uploads: who may, what is refused, what a file is taken for and what it is called.
import assert from 'node:assert/strict'
import { request as httpRequest } from 'node:http'
import { test } from 'node:test'
import { limits } from '../../../contract/common.ts'
import { createCustomer, createStaff } from '../../../test/factories.ts'
import { storedFiles } from '../../../test/files.ts'
import { testDesk } from '../../../test/harness.ts'
import { gif, jpeg, png, webp } from './files.fixture.ts'

const desk = await testDesk()
const agent = await createStaff(desk)
const staff = desk.as(agent)
const someone = await createCustomer(desk)
const customer = desk.asCustomer(someone)
const path = '/api/customer/attachments'

const send = (name: string, bytes: Buffer | string, type = 'application/octet-stream') =>
  customer.upload(path, { name, type, bytes: Buffer.from(bytes as string) })
const stored = () => storedFiles(desk.options.filesFolder)

test('customers and staff upload; strangers don’t', async () => {
  const file = { name: 'a.txt', type: 'text/plain', bytes: Buffer.from('hello') }
  assert.equal((await customer.upload(path, file)).status, 200)
  assert.equal((await staff.upload('/api/attachments', file)).status, 200)
  assert.equal((await staff.upload(path, file)).status, 403)
  assert.equal((await customer.upload('/api/attachments', file)).status, 403)
  for (const one of [path, '/api/attachments'])
    assert.equal((await desk.nobody.upload(one, file)).status, 401)
  const editor = desk.as(await createStaff(desk, { role: 'editor' }))
  assert.equal((await editor.upload('/api/attachments', file)).status, 403)
})

test('V15 a file is what its content says, whatever name and type come with it', async () => {
  const cases: [string, Buffer | string, string, boolean][] = [
    ['a.png', png(4, 3), 'image/png', true],
    ['a.jpg', jpeg(4, 3), 'image/jpeg', true],
    ['a.gif', gif(4, 3), 'image/gif', true],
    ['a.webp', webp(4, 3), 'image/webp', true],
    ['page.png', '<html><script>alert(1)</script></html>', 'text/plain', false],
    ['icon.png', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'text/plain', false],
    ['icon.svg', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', 'application/xml', false],
    ['report.png', '%PDF-1.7\n%\u00e2\u00e3', 'application/pdf', false],
    ['notes.txt', '备注：MZ is no program', 'text/plain', false],
    ['MZ.txt', 'MZ are my initials', 'text/plain', false],
    ['latin.txt', Buffer.from([0x63, 0x61, 0x66, 0xe9]), 'application/octet-stream', false],
    ['nul.txt', 'a\0b', 'application/octet-stream', false],
    ['broken.png', png(4, 3).subarray(0, 20), 'image/png', false],
  ]
  for (const [name, bytes, type, image] of cases) {
    const { status, body } = await send(name, bytes, 'image/png')
    assert.equal(status, 200, name)
    assert.deepEqual({ type: body.type, image: body.image }, { type, image }, name)
  }
})

test('V15 what can be run is refused, by content and by name', async () => {
  const harmless = 'just text'
  const cases: [string, Buffer | string][] = [
    ['a.png', Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff', 'latin1')],
    ['a.txt', Buffer.from('\x7fELF\x02\x01\x01\0\0\0', 'latin1')],
    ['a.bin', Buffer.from([0xcf, 0xfa, 0xed, 0xfe, 7, 0, 0, 1])],
    ['notes.txt', '#!/bin/sh\nrm -rf /\n'],
    ['notes.txt', '\uFEFF#! /usr/bin/env python\n'],
    ['invoice.pdf.exe', harmless],
    ['photo.jpg.js', harmless],
    ['a.EXE', harmless],
    ['a.bat. ', harmless],
    ['a．exe', harmless],
    ['a.ｅｘｅ', harmless],
    ['\u202Egpj.exe', harmless],
    ['a.e\u200Bxe', harmless],
    ['a.lnk', harmless],
    ['a.hta', harmless],
  ]
  const before = stored().length
  for (const [name, bytes] of cases) {
    const { status, body } = await send(name, bytes)
    assert.equal(status, 415, name)
    assert.equal(body.error.code, 'file_type_refused', name)
  }
  assert.equal(stored().length, before, 'what was refused is not kept')
})

test('a picture of too many pixels is refused by its header', async () => {
  for (const bytes of [png(30_000, 30_000), jpeg(60_000, 1_000), gif(60_000, 60_000), webp(16_000, 16_000)]) {
    const { status, body } = await send('flood.png', bytes)
    assert.equal(status, 413)
    assert.equal(body.error.code, 'image_too_large')
  }
})

test('V12 a name is shown without tricks, and is never where the file is kept', async () => {
  const cases: [string, string][] = [
    ['\u200b.htaccess', 'htaccess'],
    ['..\\..\\x', 'x'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\me\\截图.png', '截图.png'],
    ['photo\u202Egnp.txt', 'photognp.txt'],
    ['con', '_con'],
    ['NUL.txt', '_NUL.txt'],
    ['...', 'file'],
    ['a<b>:|?*.txt', 'a_b_____.txt'],
    [`${'长'.repeat(300)}.txt`, `${'长'.repeat(196)}.txt`],
  ]
  for (const [given, shown] of cases) {
    const { status, body } = await send(given, 'text')
    assert.equal(status, 200, given)
    assert.equal(body.name, shown, given)
    const { rows } = await desk.pool.query('select storage_key from attachments where id = $1', [body.id])
    assert.match(rows[0].storage_key, /^[0-9a-f]{2}\/[0-9a-f]{62}$/)
  }
})

test('a file that is too large is refused with a code, and not kept', async () => {
  const before = stored().length
  const { status, body } = await send('big.bin', Buffer.alloc(limits.file + 1))
  assert.equal(status, 413)
  assert.equal(body.error.code, 'file_too_large')
  assert.equal(stored().length, before)
})

test('a sender of far too much hears the answer over a real connection', async () => {
  const other = await testDesk()
  const address = await other.listen()
  const headers = await other.asCustomer(await createCustomer(other)).headers()
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(2 * limits.file)]), 'big.bin')
  const response = await fetch(`${address}${path}`, { method: 'POST', headers, body: form })
  assert.equal(response.status, 413)
  assert.equal(((await response.json()) as any).error.code, 'file_too_large')
})

test('an empty file, no file, or no form at all is refused with a code', async () => {
  assert.equal((await send('empty.txt', '')).body.error.code, 'invalid_input')
  assert.equal((await customer.post(path, { file: 'x' })).body.error.code, 'unsupported_media_type')
  const headers = { 'content-type': 'multipart/form-data; boundary=x' }
  assert.equal((await customer.post(path, '--x--\r\n', { headers })).body.error.code, 'invalid_input')
})

test('somebody who sends nothing can’t fill the disk with uploads', async () => {
  const hoarder = desk.asCustomer(await createCustomer(desk))
  const file = { name: 'a.txt', type: 'text/plain', bytes: Buffer.from('x') }
  for (let n = 0; n < 50; n++) assert.equal((await hoarder.upload(path, file)).status, 200)
  const { status, body } = await hoarder.upload(path, file)
  assert.equal(status, 413)
  assert.equal(body.error.code, 'too_many_files')
})

test('a desk that takes no files says so', async () => {
  const closed = await testDesk()
  await closed.pool.query(`update desk_settings set settings = '{"attachments":{"enabled":false}}'`)
  const someone = closed.asCustomer(await createCustomer(closed))
  const file = { name: 'a.txt', type: 'text/plain', bytes: Buffer.from('x') }
  assert.equal((await someone.upload(path, file)).status, 403)
})

test('F9 a full disk is said as such, and a later upload works again', async () => {
  const full = await testDesk()
  const sender = full.asCustomer(await createCustomer(full))
  const file = { name: 'a.txt', type: 'text/plain', bytes: Buffer.from('x') }
  const { storage } = full.app.desk
  const { put } = storage
  storage.put = async content => {
    content.resume()
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
  }
  const { status, body } = await sender.upload(path, file)
  assert.equal(status, 507)
  assert.equal(body.error.code, 'storage_full')
  storage.put = put
  assert.equal((await sender.upload(path, file)).status, 200)
})

test('an upload that breaks off leaves nothing behind', async () => {
  const other = await testDesk()
  const address = await other.listen()
  const headers = await other.asCustomer(await createCustomer(other)).headers()
  const boundary = 'broken-off'
  const part = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.bin"\r\n\r\n`
  const request = httpRequest(`${address}${path}`, {
    method: 'POST',
    headers: {
      ...headers,
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': 9_000_000,
    },
  })
  request.on('error', () => {})
  request.write(part)
  request.write(Buffer.alloc(2_000_000))
  const files = () => storedFiles(other.options.filesFolder)
  await until(() => files().length === 1, 'the file never began to be stored')
  request.destroy()
  await until(() => files().length === 0, 'what was stored stayed')
  assert.equal((await other.pool.query('select from attachments')).rowCount, 0)
})

async function until(condition: () => boolean, problem: string): Promise<void> {
  for (const deadline = Date.now() + 10_000; !condition(); ) {
    assert.ok(Date.now() < deadline, problem)
    await new Promise(resolve => setImmediate(resolve))
  }
}
