// Who may see a file: exactly those who may see the message it was sent with (V16).
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createCustomer, createStaff } from '../../../test/factories.ts'
import { testDesk } from '../../../test/harness.ts'
import { newId } from '../../platform/ids.ts'

const desk = await testDesk()
const ada = desk.asCustomer(await createCustomer(desk))
const bo = desk.asCustomer(await createCustomer(desk))
const lead = desk.as(await createStaff(desk, { role: 'lead' }))
const editor = desk.as(await createStaff(desk, { role: 'editor' }))
const file = { name: 'proof.txt', type: 'text/plain', bytes: Buffer.from('proof') }

const upload = async (person: typeof ada, path = '/api/customer/attachments') =>
  (await person.upload(path, file)).body.id as string
const open = (attachments: string[]) =>
  ada.post('/api/customer/conversations', { clientId: newId(), body: 'See the file.', attachments })

const attachment = await upload(ada)
const opened = await open([attachment])
const conversationId = opened.body.conversation.id

test('V16 the customer and those who may read the conversation get a link, nobody else', async () => {
  const own = await ada.get(`/api/customer/attachments/${attachment}/link`)
  assert.equal(own.status, 200)
  assert.equal((await desk.nobody.get(own.body.url)).bytes.toString(), 'proof')
  assert.equal((await lead.get(`/api/attachments/${attachment}/link`)).status, 200)
  assert.equal((await bo.get(`/api/customer/attachments/${attachment}/link`)).status, 404)
  assert.equal((await editor.get(`/api/attachments/${attachment}/link`)).status, 403)
  assert.equal((await desk.nobody.get(`/api/customer/attachments/${attachment}/link`)).status, 401)
})

test('V16 a file of somebody else can’t be sent along to have it shown', async () => {
  const theirs = await upload(bo)
  const { status, body } = await open([theirs])
  assert.equal(status, 404)
  assert.equal(body.error.code, 'not_found')
  assert.equal((await open([attachment])).status, 404, 'nor one that was sent already')
})

test('V16 a file that was not sent yet has no link', async () => {
  const unsent = await upload(ada)
  for (const person of [ada, bo])
    assert.equal((await person.get(`/api/customer/attachments/${unsent}/link`)).status, 404)
})

test('V16 a file in an internal note is not the customer’s to see', async () => {
  const internal = await upload(lead, '/api/attachments')
  const note = { clientId: newId(), kind: 'note', body: 'Internal.', attachments: [internal] }
  assert.equal((await lead.post(`/api/conversations/${conversationId}/entries`, note)).status, 200)
  assert.equal((await lead.get(`/api/attachments/${internal}/link`)).status, 200)
  assert.equal((await ada.get(`/api/customer/attachments/${internal}/link`)).status, 404)
})
