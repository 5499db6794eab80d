// How a mailbox is fetched by IMAP, over HTTP.
import { z } from 'zod'
import { Done, done, Id } from '../../../../../contract/common.ts'
import { SaveImap } from '../../../../../contract/imap.ts'
import { type Route, route } from '../../../../platform/routes.ts'
import { saveImap, stopImap } from './account.ts'
import { tryImap } from './try-imap.ts'

const base = { allow: 'settings.write', tag: 'Email', params: z.object({ id: Id }) } as const

export const routes: readonly Route[] = [
  route({
    ...base,
    method: 'PUT',
    path: '/api/mailboxes/{id}/imap',
    summary: 'Fetch a mailbox by IMAP; without a password, with the one that is known',
    body: SaveImap,
    answer: Done,
    write: async (ctx, { params, body }) => {
      await saveImap(ctx, params.id, body)
      return done
    },
  }),
  route({
    ...base,
    method: 'DELETE',
    path: '/api/mailboxes/{id}/imap',
    summary: 'Fetch a mailbox no more, and forget its password',
    answer: Done,
    write: async (ctx, { params }) => {
      await stopImap(ctx, params.id)
      return done
    },
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
