// Rules follow what happens to conversations, in the background: nothing that anybody waits for waits for them.
import { type Reaction, when } from '../../platform/events.ts'
import { type Occurrence, occur } from './occur.ts'

const rulesOnOpening: Reaction<'conversation.opened'> = (ctx, events) =>
  occur(
    ctx,
    events.map(({ conversationId }) => ({
      conversationId: conversationId!,
      cause: 'opened',
      from: 1,
      to: 1,
      concerns: ({ event }) => event === 'opened',
    })),
  )

const rulesOnMessages: Reaction<'entries.appended'> = when(
  ({ data }) => data.customerWrote || data.staffWrote,
  (ctx, events) =>
    occur(
      ctx,
      events.map(
        ({ conversationId, data }): Occurrence => ({
          conversationId: conversationId!,
          cause: `entries ${data.from}`,
          from: data.from,
          to: data.to,
          concerns: ({ event }) =>
            (event === 'customer_wrote' && data.customerWrote) ||
            (event === 'staff_wrote' && data.staffWrote),
        }),
      ),
    ),
)

const rulesOnChanges: Reaction<'conversation.changed'> = when(
  ({ data }) => data.status !== data.previousStatus || (data.addedTags?.length ?? 0) > 0,
  (ctx, events) =>
    occur(
      ctx,
      events.map(
        ({ conversationId, data }): Occurrence => ({
          conversationId: conversationId!,
          cause: `version ${data.version}`,
          from: 1,
          to: data.seq,
          concerns: rule => {
            if (rule.event === 'status_changed')
              return data.status !== data.previousStatus && (rule.to?.includes(data.status) ?? true)
            if (rule.event !== 'tag_added') return false
            return (data.addedTags ?? []).some(tag => rule.tags?.includes(tag) ?? true)
          },
        }),
      ),
    ),
)

export const reactions = {
  'conversation.opened': { rulesOnOpening },
  'entries.appended': { rulesOnMessages },
  'conversation.changed': { rulesOnChanges },
}
