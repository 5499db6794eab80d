// What goes out by mail because of what happened.
import { type Reaction, type Reactions, when } from '../../../platform/events.ts'
import { postAnswers } from './post-answers.ts'
import { dropNotices } from './waiting-notices.ts'

const mailAnswersOut: Reaction<'customer.answered'> = when(
  event => event.data.channel === 'email',
  (ctx, events) =>
    postAnswers(
      ctx,
      events.map(({ conversationId, data }) => ({ id: conversationId!, from: data.from, to: data.to })),
    ),
)

const dropDeletedNotices: Reaction<'entry.deleted'> = (ctx, events) => dropNotices(ctx, events)

export const reactions = {
  'customer.answered': { mailAnswersOut },
  'entry.deleted': { dropDeletedNotices },
} satisfies Reactions
