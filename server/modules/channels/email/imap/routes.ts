// How a mailbox is fetched by IMAP, over HTTP.
import { z } from 'zod'
import { Done, Id } from '../../../../../contract/common.ts'
import { SaveImap } from '../../../../../contract/imap.ts'
import { type Route, route, thenDone } from '../../../../platform/routes.ts'
import { saveImap, stopImap } from './account.ts'
import { tryImap } from './visit.ts'

const base = { allow: 'settings.write', tag: 'Email', params: z.object({ id: Id }) } as const

export const routes: readonly Route[] = [
  route({
    ...base,
    method: 'PUT',
    path: '/api/mailboxes/{id}/imap',
    summary: 'Fetch a mailbox by IMAP; without a password, with the one that is known',
    body: SaveImap,
    answer: Done,
    write: (ctx, { params, body }) => thenDone(saveImap(ctx, params.id, body)),
  }),
  route({
    ...base,
    method: 'DELETE',
    path: '/api/mailboxes/{id}/imap',
    summary: 'Fetch a mailbox no more, and forget its password',
    answer: Done,
    write: (ctx, { params }) => thenDone(stopImap(ctx, params.id)),
  }),
  route({
    ...base,
    method: 'POST',
    path: '/api/mailboxes/{id}/imap/try',
    summary:
      'Connect, sign in and open the folder, without changing anything; gives how many mails are in it',
    perMinute: 20,
    body: SaveImap,
    answer: z.object({ mails: z.int() }),
    direct: (desk, actor, { params, body }) => tryImap(desk, actor, params.id, body),
  }),
]
