// What follows from this module's own events.
import type { Reaction } from '../../platform/events.ts'
import { staffNames } from '../identity/index.ts'
import { dropFromIndex, indexEntries } from './index-entries.ts'
import { noticeSame } from './same-requests.ts'
import { tellAskers, tellSettled } from './side-answers.ts'
import { planNotices } from './unread-notice.ts'

const indexAppended: Reaction<'entries.appended'> = async (ctx, events) =>
  indexEntries(
    ctx,
    events.map(({ conversationId, data }) => ({ id: conversationId!, from: data.from, to: data.to })),
  )

const indexImported: Reaction<'conversation.imported'> = async (ctx, events) =>
  indexEntries(
    ctx,
    events.map(({ conversationId, data }) => ({ id: conversationId!, from: data.from, to: data.to })),
  )

const planUnreadNotices: Reaction<'customer.answered'> = (ctx, events) => planNotices(ctx, events)

const recordMentions: Reaction<'staff.mentioned'> = async (ctx, events) => {
  const staff = await staffNames(ctx)
  // One who doesn't exist must not cost the others theirs.
  const rows = events.flatMap(({ conversationId, at, data }) =>
    data.staffIds
      .filter(id => staff.has(id))
      .map(staffId => ({
        staff_id: staffId,
        conversation_id: conversationId!,
        seq: data.seq,
        at: new Date(at),
      })),
  )
  if (rows.length === 0) return
  await ctx.db
    .insertInto('mentions')
    .values(rows)
    .onConflict(on => on.doNothing())
    .execute()
}

const noticeSameRequests: Reaction<'conversation.opened'> = (ctx, events) =>
  noticeSame(
    ctx,
    events.map(({ conversationId }) => conversationId!),
  )

const tellWhoAsked: Reaction<'side.answered'> = (ctx, events) => tellAskers(ctx, events)

const tellThatSettled: Reaction<'side.settled'> = (ctx, events) => tellSettled(ctx, events)

const unindexDeleted: Reaction<'entry.deleted'> = async (ctx, events) => {
  for (const { conversationId, data } of events) await dropFromIndex(ctx, conversationId!, data.seq)
}

export const reactions = {
  'entries.appended': { indexAppended },
  'conversation.imported': { indexImported },
  'customer.answered': { planUnreadNotices },
  'conversation.opened': { noticeSameRequests },
  'side.answered': { tellWhoAsked },
  'side.settled': { tellThatSettled },
  'entry.deleted': { unindexDeleted },
  'staff.mentioned': { recordMentions },
}
