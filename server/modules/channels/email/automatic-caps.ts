// How much the desk writes by itself: made-up senders must not make it write to strangers, nor two machines to each other.
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { acknowledgementSeq } from './reply-address.ts'

const dayMs = 86_400_000
const hourMs = 3_600_000
/** Of acknowledgements for one address in a day: whoever writes ten mails knows after the first. */
const acknowledgementsPerAddress = 1
/** Of acknowledgements in an hour, to addresses that nobody proved. */
const unprovenPerHour = 200
/** Of all that the desk writes by itself, to one address in a day, and in one conversation in an hour. */
const perAddress = 20
const perConversation = 3

/** What the desk has written by itself within `ms`. */
const written = ({ db, now }: Context, ms: number) =>
  db
    .selectFrom('outgoing_mails')
    .select(eb => eb.fn.countAll<number>().as('n'))
    .where('created_at', '>', new Date(now.getTime() - ms))

const acknowledged = (ctx: Context, ms: number) => written(ctx, ms).where('seq', '=', acknowledgementSeq)
const noticed = (ctx: Context, ms: number) => written(ctx, ms).where('notice', 'is not', null)

type Counting = ReturnType<typeof written>
const count = async (counting: Counting): Promise<number> => (await counting.executeTakeFirstOrThrow()).n

/** Of two at once, each would find room for itself alone; the second sees what the first one has written. */
const oneAtATime = ({ db }: Context) => sql`select pg_advisory_xact_lock(4207005)`.execute(db)

/** Whether a sender may be told that their mail is here. */
export async function isAcknowledgementWithinCaps(
  ctx: Context,
  { to, proven }: { to: string; proven: boolean },
): Promise<boolean> {
  await oneAtATime(ctx)
  const own = await count(acknowledged(ctx, dayMs).where('recipient', '=', to))
  if (own >= acknowledgementsPerAddress) return false
  return proven || (await count(acknowledged(ctx, hourMs))) < unprovenPerHour
}

/** Whether somebody may be told of something that they have not asked for by writing a mail. */
export async function isNoticeWithinCaps(ctx: Context, to: string, conversationId: string): Promise<boolean> {
  await oneAtATime(ctx)
  const [acknowledgements, notices, inConversation] = [
    await count(acknowledged(ctx, dayMs).where('recipient', '=', to)),
    await count(noticed(ctx, dayMs).where('recipient', '=', to)),
    await count(
      written(ctx, hourMs)
        .where('conversation_id', '=', conversationId)
        .where(eb => eb.or([eb('seq', '=', acknowledgementSeq), eb('notice', 'is not', null)])),
    ),
  ]
  return acknowledgements + notices < perAddress && inConversation < perConversation
}
