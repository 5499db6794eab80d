// What agents answered by hand, for those who look for what is missing in articles; and what was said at a place.
import type { ReadContext, Statement } from '../../platform/context.ts'

export interface HandAnswer {
  id: string
  customerId: string
  subject: string | null
  topic: string | null
  locale: string
  activeAt: Date
  /** The customer's first message, cut. */
  question: string
  questionSeq: number
  askedAt: Date
  /** The longest answer, its characters, and who wrote it: a member of staff, or an API key. */
  answerSeq: number
  answerLength: number
  answeredBy: string
}

/** Where a page begins: behind this conversation. */
export interface AnswersFrom {
  at: Date | 'infinity'
  id: string
}

/**
 * Conversations that are over or wait for their customers, which a customer began after `since` and somebody answered; the
 * newest first. Neither imports nor side conversations, nor what goes on in another one. No access is checked here: whoever
 * calls shows nobody what isn't theirs.
 */
export async function handAnswers(
  ctx: Pick<ReadContext, 'run'>,
  { since, from, limit }: { since: Date; from: AnswersFrom; limit: number },
): Promise<{ answers: HandAnswer[]; next: AnswersFrom | null }> {
  const rows = await ctx.run<Found>(readAnswers, [since, from.at, from.id, limit])
  const last = rows.length === limit ? rows.at(-1)! : null
  return { answers: rows.filter(isAnswered), next: last && { at: last.activeAt, id: last.id } }
}

type Found = Omit<HandAnswer, 'answerSeq'> & { answerSeq: number | null }

const isAnswered = (row: Found): row is HandAnswer => row.answerSeq !== null

// One walk along the index for each status. What an import wrote has no author. The first hundred entries are enough to find an answer.
const readAnswers: Statement = {
  name: 'read_hand_answers',
  text: `select c.id, c.customer_id as "customerId", c.subject, c.topic, c.locale, c.active_at as "activeAt",
      q.seq as "questionSeq", q.at as "askedAt", left(q.body, 2000) as question,
      a.seq as "answerSeq", a.length as "answerLength", a.author_id as "answeredBy"
    from (
      select found.* from unnest(array['solved', 'closed', 'waiting']) as one(status), lateral (
        select id, customer_id, subject, topic, locale, active_at, side_of, created_at from conversations
        where status = one.status and status not in ('open', 'queued') and active_at >= $1
          and (active_at, id) < ($2::timestamptz, $3::uuid)
        order by active_at desc, id desc limit $4
      ) as found order by active_at desc, id desc limit $4
    ) as c
    left join lateral (
      select seq, at, body from entries
      where conversation_id = c.id and seq <= 20 and kind = 'message' and author_kind = 'customer' and deleted_at is null
      order by seq limit 1
    ) as q on c.side_of is null and c.created_at >= $1
    left join lateral (
      select seq, author_id, length(body) as length from entries
      where conversation_id = c.id and seq > q.seq and seq <= q.seq + 100 and kind = 'message' and author_kind = 'staff'
        and author_id is not null and deleted_at is null
      order by length(body) desc, seq limit 1
    ) as a on true
    order by c.active_at desc, c.id desc`,
}

export interface Place {
  id: string
  seq: number
}

/** A message as it was said. */
export interface SaidAt {
  body: string
  authorId: string | null
  /** Of staff, and of people in copy. */
  authorName: string | null
}

/** Messages at these places, by `placeOf`; what isn't there or was deleted is left out. No access is checked here. */
export async function saidAt(
  ctx: Pick<ReadContext, 'run'>,
  places: readonly Place[],
): Promise<Map<string, SaidAt>> {
  if (places.length === 0) return new Map()
  const rows = await ctx.run<Place & { body: string; author_id: string | null; author_name: string | null }>(
    readPlaces,
    [places.map(({ id }) => id), places.map(({ seq }) => seq)],
  )
  return new Map(
    rows.map(row => [placeOf(row), { body: row.body, authorId: row.author_id, authorName: row.author_name }]),
  )
}

export const placeOf = ({ id, seq }: Place): string => `${id} ${seq}`

const readPlaces: Statement = {
  name: 'read_said_at',
  text: `select e.conversation_id as id, e.seq, e.body, e.author_id, e.author_name
    from unnest($1::uuid[], $2::int[]) as w(id, seq)
    join entries e on e.conversation_id = w.id and e.seq = w.seq
    where e.kind = 'message' and e.deleted_at is null`,
}
