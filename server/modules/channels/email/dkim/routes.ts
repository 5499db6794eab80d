// The keys with which mail is signed, over HTTP.
import { z } from 'zod'
import { Done, done, Id } from '../../../../../contract/common.ts'
import { DkimFound, DkimKey, MakeDkimKey } from '../../../../../contract/outbound-mail.ts'
import { type Route, route } from '../../../../platform/routes.ts'
import { checkKey, listKeys, makeKey, removeKey, useKey } from './keys.ts'

const base = { allow: 'settings.write', tag: 'Email' } as const
const one = z.object({ id: Id })

export const routes: readonly Route[] = [
  route({
    ...base,
    allow: 'settings.read',
    method: 'GET',
    path: '/api/dkim-keys',
    summary: 'Keys with which mail is signed, by domain',
    answer: z.object({ keys: z.array(DkimKey) }),
    read: async ctx => ({ keys: await listKeys(ctx) }),
  }),
  route({
    ...base,
    method: 'POST',
    path: '/api/dkim-keys',
    summary: 'Make a key for a domain; its public half is then to be published',
    perMinute: 20,
    body: MakeDkimKey,
    answer: one,
    direct: (desk, actor, { body }) => makeKey(desk, actor, body),
  }),
  route({
    ...base,
    method: 'PATCH',
    path: '/api/dkim-keys/{id}',
    summary: 'Sign the mail of its domain with this key, and with no other; or no more',
    params: one,
    body: z.object({ active: z.boolean() }),
    answer: Done,
    write: async (ctx, { params, body }) => {
      await useKey(ctx, params.id, body.active)
      return done
    },
  }),
  route({
    ...base,
    method: 'POST',
    path: '/api/dkim-keys/{id}/check',
    summary: 'Look whether the name system has the key',
    perMinute: 30,
    params: one,
    answer: z.object({ found: DkimFound }),
    direct: (desk, actor, { params }) => checkKey(desk, actor, params.id),
  }),
  route({
    ...base,
    method: 'DELETE',
    path: '/api/dkim-keys/{id}',
    summary: 'Forget a key',
    params: one,
    answer: Done,
    write: async (ctx, { params }) => {
      await removeKey(ctx, params.id)
      return done
    },
  }),
]
