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

/**
 * When a notice may go, as far as the desk as a whole is concerned: now, or an hour after the last one that left room for it.
 * One that is put off counts from then on, so that the next waits behind it.
 */
export async function noticeDue(ctx: Context): Promise<Date> {
  const { now, mail } = ctx
  const inTheWay = await ctx.db
    .selectFrom('outgoing_mails')
    .select('created_at')
    .where('notice', 'is not', null)
    .where('created_at', '>', new Date(now.getTime() - hourMs))
    .orderBy('created_at', 'desc')
    .offset(mail.noticesPerHour - 1)
    .limit(1)
    .executeTakeFirst()
  if (!inTheWay) return now
  const due = new Date(inTheWay.created_at.getTime() + hourMs)
  tellOnceAnHour(ctx, due)
  return due
}

const told = new WeakMap<object, number>()

function tellOnceAnHour({ log, mail, now, secrets }: Context, due: Date): void {
  if (now.getTime() - (told.get(secrets) ?? 0) < hourMs) return
  told.set(secrets, now.getTime())
  log.warn(
    { noticesPerHour: mail.noticesPerHour, due: due.toISOString() },
    'notices by mail have reached the cap of the desk; they are put off',
  )
}
