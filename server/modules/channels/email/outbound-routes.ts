// Answers with further recipients, names to answer under, and mails sent on, over HTTP.
import { z } from 'zod'
import { Done, done, Id } from '../../../../contract/common.ts'
import { AnswerByMail, ForwardMail, SaveIdentity } from '../../../../contract/outbound-mail.ts'
import { type Route, route } from '../../../platform/routes.ts'
import { answerByMail } from './answer-by-mail.ts'
import { forward } from './forward.ts'
import { addIdentity, changeIdentity, removeIdentity } from './identities.ts'

const settings = { allow: 'settings.write', tag: 'Email' } as const
const writing = { allow: 'conversations.write', tag: 'Email' } as const
const one = z.object({ id: Id })
const seq = z.object({ seq: z.int() })

export const routes: readonly Route[] = [
  route({
    ...writing,
    method: 'POST',
    path: '/api/conversations/{id}/mails',
    summary: 'Answer by mail with further recipients, or under another name',
    params: one,
    body: AnswerByMail,
    answer: seq,
    direct: (desk, actor, { params, body }) => answerByMail(desk, actor, params.id, body),
  }),
  route({
    ...writing,
    method: 'POST',
    path: '/api/conversations/{id}/forwards',
    summary:
      'Send a message or the whole thread on to somebody outside; what they answer is noted for agents',
    perMinute: 30,
    params: one,
    body: ForwardMail,
    answer: seq,
    write: (ctx, { params, body }) => forward(ctx, params.id, body),
  }),
  route({
    ...settings,
    method: 'POST',
    path: '/api/mailboxes/{id}/identities',
    summary: 'Add a name under which a mailbox also answers',
    params: one,
    body: SaveIdentity,
    answer: one,
    write: (ctx, { params, body }) => addIdentity(ctx, params.id, body),
  }),
  route({
    ...settings,
    method: 'PUT',
    path: '/api/sender-identities/{id}',
    summary: 'Change a name under which a mailbox also answers',
    params: one,
    body: SaveIdentity,
    answer: Done,
    write: async (ctx, { params, body }) => {
      await changeIdentity(ctx, params.id, body)
      return done
    },
  }),
  route({
    ...settings,
    method: 'DELETE',
    path: '/api/sender-identities/{id}',
    summary: 'Answer no more under a name',
    params: one,
    answer: Done,
    write: async (ctx, { params }) => {
      await removeIdentity(ctx, params.id)
      return done
    },
  }),
]
