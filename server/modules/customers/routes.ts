// Endpoints for customers' sessions and for the keys that verify them.
import { z } from 'zod'
import { Done, done, Id } from '../../../contract/common.ts'
import {
  ChangeProfile,
  CreatedIdentityKey,
  CreateIdentityKey,
  Customer,
  CustomerSession,
  IdentityKey,
  OpenSession,
} from '../../../contract/customers.ts'
import { actorId } from '../../platform/context.ts'
import { route } from '../../platform/routes.ts'
import { changeProfile } from './change-profile.ts'
import { createIdentityKey, listIdentityKeys, retireIdentityKey } from './identity-keys.ts'
import { openSession } from './open-session.ts'
import { customerOf } from './queries.ts'
import { endSession } from './session-rows.ts'
import { tiersInUse } from './tiers.ts'

const tag = 'Customers'

const sessions = [
  route({
    method: 'POST',
    path: '/api/customer/session',
    allow: 'public',
    summary: 'Opens a session: anonymous, continued, or verified by a token of the exchange.',
    tag,
    body: OpenSession,
    answer: CustomerSession,
    perMinute: 600,
    direct: (desk, _actor, { body, caller }) => openSession(desk, body, caller.locale),
  }),
  route({
    method: 'DELETE',
    path: '/api/customer/session',
    allow: 'customer',
    summary: 'Signs out: the token is worth nothing afterwards.',
    tag,
    answer: Done,
    write: async ctx => {
      if (ctx.actor.kind === 'customer') await endSession(ctx, ctx.actor.sessionId)
      return done
    },
  }),
  route({
    method: 'GET',
    path: '/api/customer/me',
    allow: 'customer',
    summary: 'Who the desk takes the caller for.',
    tag,
    answer: Customer,
    read: ctx => customerOf(ctx, actorId(ctx.actor) ?? ''),
  }),
  route({
    method: 'PATCH',
    path: '/api/customer/me',
    allow: 'customer',
    summary: 'Changes the own language and, of anonymous customers, name and address.',
    tag,
    body: ChangeProfile,
    answer: Customer,
    write: (ctx, { body }) => changeProfile(ctx, body),
  }),
]

const keys = [
  route({
    method: 'GET',
    path: '/api/identity-keys',
    allow: 'settings.read',
    summary: 'The keys with which the exchange may sign.',
    tag,
    answer: z.array(IdentityKey),
    read: ctx => listIdentityKeys(ctx),
  }),
  route({
    method: 'POST',
    path: '/api/identity-keys',
    allow: 'settings.write',
    summary: 'Adds a key; a secret is shown this once.',
    tag,
    body: CreateIdentityKey,
    answer: CreatedIdentityKey,
    write: (ctx, { body }) => createIdentityKey(ctx, body),
  }),
  route({
    method: 'POST',
    path: '/api/identity-keys/{id}/retire',
    allow: 'settings.write',
    summary: 'Ends a key: what it signs is refused from now on.',
    tag,
    params: z.object({ id: Id }),
    answer: IdentityKey,
    write: (ctx, { params }) => retireIdentityKey(ctx, params.id),
  }),
]

const tiers = [
  route({
    method: 'GET',
    path: '/api/tiers',
    allow: 'conversations.read',
    summary: 'What the exchange calls its customers: the tiers that there are.',
    tag,
    answer: z.object({ tiers: z.array(z.string()) }),
    read: async ctx => ({ tiers: await tiersInUse(ctx) }),
  }),
]

export const routes = [...sessions, ...keys, ...tiers]
