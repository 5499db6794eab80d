// Files of articles: only what a page may show is taken, by its content, and it stays for good.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { createStaff } from '../../../test/factories.ts'
import { storedFiles } from '../../../test/files.ts'
import { type TestDesk, testDesk } from '../../../test/harness.ts'
import { ok } from './knowledge.fixture.ts'

let desk: TestDesk
before(async () => {
  desk = await testDesk()
})

const path = '/api/article-files'
const png = Buffer.alloc(60)
png.write('\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR', 'latin1')
png.writeUInt32BE(640, 16)
png.writeUInt32BE(480, 20)
png.write('\x08\x06\0\0\0\0\0\0\0\0\0\0\x01IDAT', 24, 'latin1')
const mp4 = Buffer.concat([Buffer.from('\0\0\0\x18ftypisom\0\0\x02\0isommp41', 'latin1'), Buffer.alloc(40)])
const webm = Buffer.concat([
  Buffer.from(
    '\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\xf7\x81\x01\x42\xf2\x81\x04\x42\xf3\x81\x08',
    'latin1',
  ),
  Buffer.from('\x42\x82\x84webm\x42\x87\x81\x04\x42\x85\x81\x02', 'latin1'),
])
const captions = 'WEBVTT\n\n00:00.000 --> 00:02.000\n打开钱包\n'

const file = (name: string, bytes: Buffer | string) => ({
  name,
  type: 'application/octet-stream',
  bytes: Buffer.from(bytes as string),
})

test('those who write articles upload pictures, films and captions', async () => {
  const editor = desk.as(await createStaff(desk, { role: 'editor' }))
  const cases: [string, Buffer | string, string, [number, number] | null][] = [
    ['钱包 1.png', png, 'image/png', [640, 480]],
    ['a.mp4', mp4, 'video/mp4', null],
    ['a.webm', webm, 'video/webm', null],
    ['a.vtt', captions, 'text/vtt', null],
  ]
  for (const [name, bytes, type, size] of cases) {
    const made = ok(await editor.upload(path, file(name, bytes)))
    assert.equal(made.type, type, name)
    assert.deepEqual(size && [made.width, made.height], size, name)
    assert.equal(made.url, `/help/files/${made.id}/${encodeURIComponent(name)}`)
  }
})

test('V15 what a page may not show is refused by its content, and nothing of it is kept', async () => {
  const editor = desk.as(await createStaff(desk, { role: 'editor' }))
  const before = storedFiles(desk.options.filesFolder)
  const refused: [string, Buffer | string][] = [
    ['a.png', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['a.svg', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a.png', '<html><script>alert(1)</script></html>'],
    ['a.vtt', 'no captions'],
    ['a.vtt', Buffer.from('WEBVTT\n\n\xff\xfe', 'latin1')],
    ['a.png', png.subarray(0, 18)],
    ['a.mp4', '%PDF-1.7\n%'],
    ['a.exe', png],
  ]
  for (const [name, bytes] of refused) {
    const { status, body } = await editor.upload(path, file(name, bytes))
    assert.deepEqual([status, body.error?.code], [415, 'file_type_refused'], name)
  }
  const huge = Buffer.from(png)
  huge.writeUInt32BE(100_000, 16)
  huge.writeUInt32BE(100_000, 20)
  assert.equal((await editor.upload(path, file('a.png', huge))).body.error.code, 'image_too_large')
  assert.deepEqual(storedFiles(desk.options.filesFolder), before)
})

test('others upload nothing', async () => {
  const agent = desk.as(await createStaff(desk, { role: 'agent' }))
  assert.equal((await agent.upload(path, file('a.png', png))).status, 403)
  assert.equal((await desk.nobody.upload(path, file('a.png', png))).status, 401)
})
