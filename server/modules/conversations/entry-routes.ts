// Messages, notes and drafts, for staff and API keys.
import { z } from 'zod'
import { Done, done, Id, Instant } from '../../../contract/common.ts'
import { AppendByStaff, EditEntry, SaveDraft, StaffEntry } from '../../../contract/conversations.ts'
import type { Actor, Desk } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import { type Route, route } from '../../platform/routes.ts'
import { directoryFor } from './directory.ts'
import { draftsIn, dropDraft, saveDraft } from './draft.ts'
import { deleteEntry, editEntry } from './edit.ts'
import { send } from './send.ts'
import { toStaffEntry } from './shapes.ts'
import type { EntryRow } from './write.ts'

const writing = { allow: 'conversations.write', tag: 'Conversations' } as const
const one = z.object({ id: Id })
const entryOf = one.extend({ seq: z.coerce.number().int().positive() })
const answer = z.object({ seq: z.int(), entry: StaffEntry })
const draftKind = z.object({ kind: z.enum(['message', 'note']) })

const shaped = async (desk: Desk, actor: Actor, entry: EntryRow) => ({
  seq: entry.seq,
  entry: toStaffEntry(entry, await directoryFor(desk.read(actor), [], [entry])),
})

export const entryRoutes: readonly Route[] = [
  route({
    ...writing,
    method: 'POST',
    path: '/api/conversations/{id}/entries',
    summary: 'Answer, or leave a note',
    params: one,
    body: AppendByStaff,
    answer,
    direct: async (desk, actor, { params, body }) => {
      const { entry } = await send(desk, actor, params.id, body)
      return shaped(desk, actor, entry)
    },
  }),
  route({
    ...writing,
    method: 'PATCH',
    path: '/api/conversations/{id}/entries/{seq}',
    summary: 'Give a message or note of your own a new text',
    params: entryOf,
    body: EditEntry,
    answer: Done,
    write: async (ctx, { params, body }) => {
      await editEntry(ctx, { conversationId: params.id, seq: params.seq }, body)
      return done
    },
  }),
  route({
    ...writing,
    method: 'DELETE',
    path: '/api/conversations/{id}/entries/{seq}',
    summary: 'Wipe a message or note',
    params: entryOf,
    answer: Done,
    write: async (ctx, { params }) => {
      await deleteEntry(ctx, { conversationId: params.id, seq: params.seq })
      return done
    },
  }),
  route({
    ...writing,
    method: 'GET',
    path: '/api/conversations/{id}/draft',
    summary: 'Your drafts in a conversation',
    params: one,
    answer: z.object({ drafts: z.array(SaveDraft.extend({ at: Instant })) }),
    read: async (ctx, { params }) => ({ drafts: await draftsIn(staffOnly(ctx), params.id) }),
  }),
  route({
    ...writing,
    method: 'PUT',
    path: '/api/conversations/{id}/draft',
    summary: 'Keep a draft',
    params: one,
    body: SaveDraft,
    answer: Done,
    write: async (ctx, { params, body }) => {
      await saveDraft(staffOnly(ctx), params.id, body.kind, body.body)
      return done
    },
  }),
  route({
    ...writing,
    method: 'DELETE',
    path: '/api/conversations/{id}/draft',
    summary: 'Drop a draft',
    params: one,
    query: draftKind,
    answer: Done,
    write: async (ctx, { params, query }) => {
      await dropDraft(staffOnly(ctx), params.id, query.kind)
      return done
    },
  }),
]

/** Drafts are people's; a key has none. */
function staffOnly<C extends { actor: Actor }>(ctx: C): C {
  if (ctx.actor.kind !== 'staff') throw notFound()
  return ctx
}
