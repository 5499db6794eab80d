// Links to files: for one file, for minutes, and what comes is never run (V15, V16, V34).
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createCustomer } from '../../../test/factories.ts'
import { testDesk } from '../../../test/harness.ts'
import { system } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { fileLink } from './file-links.ts'
import { png } from './files.fixture.ts'

const desk = await testDesk()
const someone = await createCustomer(desk)
const customer = desk.asCustomer(someone)

const send = (name: string, bytes: Buffer | string) =>
  customer.upload('/api/customer/attachments', {
    name,
    type: 'application/octet-stream',
    bytes: Buffer.from(bytes as string),
  })
const linkTo = (id: string) => fileLink(desk.app.desk.read(system('test')), id).url

test('V16 a link opens one file for 15 minutes; anything else is not found', async () => {
  const one = (await send('one.txt', 'one')).body
  const other = (await send('other.txt', 'other')).body
  const link = linkTo(one.id)
  assert.equal((await desk.nobody.get(link)).bytes.toString(), 'one')
  const query = link.slice(link.indexOf('?'))
  const lastDigit = (id: string) => id.slice(0, -1) + ((parseInt(id.at(-1)!, 16) + 1) % 16).toString(16)
  const wrong = [
    `/files/${one.id}`,
    `/files/${one.id}?expires=9999999999`,
    `/files/${one.id}?expires=9999999999&sig=`,
    `/files/${other.id}${query}`,
    `/files/${lastDigit(one.id)}${query}`,
    `/files/${newId()}${query}`,
    `/files/1${query}`,
    `/files/..%2f..%2fetc%2fpasswd${query}`,
    link.replace(/expires=\d+/, expires => `expires=${Number(expires.slice(8)) + 60}`),
    link.replace(/sig=./, 'sig='),
    `${link}&sig=x`,
    linkTo(newId()),
    linkTo('1'),
  ]
  for (const bad of wrong) {
    const { status, body } = await desk.nobody.get(bad)
    assert.equal(status, 404, bad)
    assert.equal(body.error.code, 'not_found')
    assert.equal((await customer.get(bad)).status, 404, bad)
  }
  desk.clock.advance(14 * 60 + 59)
  assert.equal((await desk.nobody.get(link)).status, 200)
  desk.clock.advance(1)
  assert.equal((await desk.nobody.get(link)).status, 404)
})

test('V15 V34 no browser runs a file, keeps it, or shows anything but a picture', async () => {
  const name = "截图 'a'; filename=x.html.txt"
  const cases = [
    { file: await send('a.png', png(4, 3)), type: 'image/png', how: 'inline' },
    {
      file: await send(name, '<script>alert(1)</script>'),
      type: 'application/octet-stream',
      how: 'attachment',
    },
    { file: await send('a.pdf', '%PDF-1.7\n'), type: 'application/octet-stream', how: 'attachment' },
  ]
  for (const { file, type, how } of cases) {
    const { status, headers } = await desk.nobody.get(linkTo(file.body.id))
    assert.equal(status, 200)
    assert.equal(headers['content-type'], type)
    assert.equal(headers['content-disposition'], `${how}; filename*=UTF-8''${escaped(file.body.name)}`)
    assert.equal(headers['x-content-type-options'], 'nosniff')
    assert.equal(headers['content-security-policy'], "sandbox; default-src 'none'")
    assert.equal(headers['cross-origin-resource-policy'], 'same-origin')
    assert.equal(headers['cache-control'], 'private, no-store')
  }
})

const escaped = (name: string) => encodeURIComponent(name).replaceAll("'", '%27')

test('a file that the storage has lost is not found', async () => {
  const { body } = await send('lost.txt', 'lost')
  const { rows } = await desk.pool.query('select storage_key from attachments where id = $1', [body.id])
  await desk.app.desk.storage.remove(rows[0].storage_key)
  assert.equal((await desk.nobody.get(linkTo(body.id))).status, 404)
})
