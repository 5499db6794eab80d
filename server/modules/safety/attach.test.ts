// Uploaded files become part of a conversation once, by their owner, or not at all.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createCustomer } from '../../../test/factories.ts'
import { storedFiles } from '../../../test/files.ts'
import { testDesk } from '../../../test/harness.ts'
import { system } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { attachTo } from './attach.ts'
import { fileLink } from './file-links.ts'
import { addConversation } from './files.fixture.ts'
import { attachmentsOf } from './queries.ts'

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

const stored = () => storedFiles(desk.options.filesFolder)

test('V16 only the one who uploaded a file can send it, and only once', async () => {
  const mine = (await send('a.txt', 'mine')).body
  const also = (await send('b.txt', 'mine')).body
  const conversationId = await addConversation(desk, someone)
  const other = await createCustomer(desk)
  const claim = (customerId: string, attachmentIds: string[]) =>
    desk.app.desk.transact(system('test'), ctx =>
      attachTo(ctx, {
        conversationId,
        attachmentIds,
        actor: { kind: 'customer', id: customerId, verified: false, sessionId: newId() },
      }),
    )
  const isNotFound = { code: 'not_found' }
  await assert.rejects(claim(other.id, [mine.id]), isNotFound)
  await assert.rejects(claim(someone.id, [mine.id, newId()]), isNotFound)
  await claim(someone.id, [mine.id])
  await assert.rejects(claim(someone.id, [mine.id]), isNotFound)
  await assert.rejects(claim(someone.id, [also.id, mine.id]), isNotFound)
  await claim(someone.id, [also.id])
  const known = await attachmentsOf(desk.app.desk.read(system('test')), [mine.id, newId()])
  assert.deepEqual([...known.values()], [mine])
})

test('files that nobody sent are wiped after a day, sent ones stay', async () => {
  const unsent = (await send('unsent.txt', 'unsent')).body
  const sent = (await send('sent.txt', 'sent')).body
  const conversationId = await addConversation(desk, someone)
  const actor = { kind: 'customer', id: someone.id, verified: false, sessionId: newId() } as const
  await desk.app.desk.transact(actor, ctx =>
    attachTo(ctx, { conversationId, attachmentIds: [sent.id], actor }),
  )
  await desk.settle()
  desk.clock.advance(23 * 3_600)
  await desk.settle()
  assert.equal((await desk.nobody.get(linkTo(unsent.id))).status, 200)
  desk.clock.advance(2 * 3_600)
  await desk.settle()
  assert.equal((await desk.nobody.get(linkTo(unsent.id))).status, 404)
  assert.equal((await desk.nobody.get(linkTo(sent.id))).bytes.toString(), 'sent')
  const { rows } = await desk.pool.query('select from attachments')
  assert.equal(stored().length, rows.length)
})
