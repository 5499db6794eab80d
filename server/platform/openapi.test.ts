// Whoever programs against the desk has nothing but its description: it must be whole, current and well-formed.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { Done, Id } from '../../contract/common.ts'
import { ChangeConversation, Conversation, ListConversations } from '../../contract/conversations.ts'
import { testDesk } from '../../test/harness.ts'
import { routes } from '../routes.ts'
import { renderReference } from './api-reference.ts'
import { describeApi } from './openapi.ts'
import { route } from './routes.ts'

const never = async () => assert.fail('describing calls nothing')
const examples = [
  route({
    method: 'GET',
    path: '/api/things',
    allow: 'conversations.read',
    summary: 'Lists',
    tag: 'things',
    query: ListConversations,
    answer: z.object({ things: z.array(Conversation) }),
    read: never,
  }),
  route({
    method: 'PATCH',
    path: '/api/things/{id}',
    allow: 'staff',
    summary: 'Changes',
    tag: 'things',
    params: z.object({ id: Id.describe('Which one.') }),
    body: ChangeConversation,
    answer: Conversation,
    write: never,
  }),
  route({
    method: 'POST',
    path: '/api/uploads',
    allow: 'customer',
    summary: 'Uploads',
    tag: 'things',
    upload: true,
    answer: Done,
    write: never,
  }),
  route({
    method: 'GET',
    path: '/api/downloads',
    allow: 'public',
    summary: 'Downloads',
    tag: 'things',
    answer: z.string(),
    read: never,
  }),
]

test('an operation says who may, what it takes and what it answers', async () => {
  const { paths, components } = await describeApi(examples)
  const list = paths['/api/things']!.get!
  assert.deepEqual(list.security, [{ session: [] }, { apiKey: [] }])
  assert.match(list.description!, /conversations\.read/)
  assert.ok(list.parameters!.some(({ name, required }) => name === 'view' && !required))
  const change = paths['/api/things/{id}']!.patch!
  assert.equal(change.operationId, 'patchThingsById')
  assert.equal(change.parameters![0]!.description, 'Which one.')
  const shapes = [change.requestBody!.content, change.responses['200']!.content!]
  assert.deepEqual(
    shapes.map(content => content['application/json']!.schema.$ref),
    ['#/components/schemas/ChangeConversation', '#/components/schemas/Conversation'],
  )
  assert.deepEqual(change.responses.default, { $ref: '#/components/responses/Error' })
  assert.ok(paths['/api/uploads']!.post!.requestBody!.content['multipart/form-data'])
  assert.ok(paths['/api/downloads']!.get!.responses['200']!.content!['application/octet-stream'])
  assert.ok(components.schemas.ErrorBody)
})

test('every reference leads somewhere, and nothing is described that is not used', async () => {
  for (const described of [examples, routes]) {
    const document = await describeApi(described)
    const text = JSON.stringify(document)
    const wanted = new Set([...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name))
    assert.deepEqual(new Set(Object.keys(document.components.schemas)), wanted)
  }
})

test('the reference shows every operation and shape, and lets no script in', async () => {
  const desk = await testDesk()
  const { status, headers, body } = await desk.nobody.get('/docs/api')
  assert.equal(status, 200)
  assert.match(String(headers['content-security-policy']), /^default-src 'none'; style-src 'sha256-/)
  for (const { path } of routes) if (path.startsWith('/api/')) assert.ok(body.includes(path), path)
  assert.doesNotMatch(body, /<script|undefined|\[object/)
})

test('what a description says can not become markup', async () => {
  const document = await describeApi(examples)
  document.paths['/api/things']!.get!.summary = '<img src=x onerror=alert(1)>'
  assert.doesNotMatch(renderReference(document), /<img/)
})

test('the desk serves its own description', async () => {
  const desk = await testDesk()
  const { status, headers, body } = await desk.nobody.get('/api/openapi.json')
  assert.equal(status, 200)
  assert.match(String(headers['content-type']), /^application\/json/)
  assert.equal(body.openapi, '3.1.0')
  for (const { path } of routes) if (path.startsWith('/api/')) assert.ok(body.paths[path], path)
})
