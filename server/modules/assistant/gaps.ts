// The gaps for those who write articles: the list, what an article for one could say, and what becomes of one.
import { sql } from 'kysely'
import type { ArticleGap, ArticleProposal, GapQuery, MakeArticle } from '../../../contract/assistant.ts'
import type { Topic } from '../../../contract/conversations.ts'
import type { Context, ReadContext } from '../../platform/context.ts'
import { AppError, notFound } from '../../platform/errors.ts'
import { conversationHead, placeOf, saidAt } from '../conversations/index.ts'
import { profilesOf } from '../customers/index.ts'
import { articleRows } from '../knowledge/index.ts'
import { type Made, makeArticle, numbersFor } from './make-article.ts'
import { cleaner, languageOf, proposal } from './propose.ts'
import { bodyOf, questionsIn } from './reply-text.ts'

const mostListed = 100
/** Conversations of a gap that are named. */
const mostNamed = 20

interface Row {
  id: string
  conversation_id: string
  question_seq: number
  answer_seq: number
  dismissed_at: Date | null
  article_id: string | null
  customer_id: string
  language: string
  people: number
  since: Date
  latest: Date
  topic: Topic | null
  asked: string[]
  languages: { language: string; people: number }[]
}

/** What most people ask comes first. The words are the desk's to read, and cleaned for who asks here. */
export async function listGaps(ctx: ReadContext, { dismissed, topic }: GapQuery): Promise<ArticleGap[]> {
  const rows = await gapRows(ctx, sql`(g.dismissed_at is not null) = ${dismissed}`, topic)
  const [said, profiles, articles, numbers] = await Promise.all([
    saidAt(ctx, rows.flatMap(placesOf)),
    profilesOf(
      ctx,
      rows.map(row => row.customer_id),
    ),
    articleRows(
      ctx,
      rows.flatMap(row => row.article_id ?? []),
      'en',
    ),
    numbersFor(
      ctx,
      rows.flatMap(row => row.asked.slice(0, mostNamed)),
    ),
  ])
  const kept = new Set(articles.map(({ id }) => id))
  return rows.flatMap(row => {
    const [question, answer] = placesOf(row).map(place => said.get(placeOf(place)))
    // Deleted since: the next run finds other words.
    if (!question || !answer) return []
    const language = languageOf(question.body, row.language)
    const names = [profiles.get(row.customer_id)?.name, question.authorName, answer.authorName]
    const clean = cleaner(language, names)
    return {
      id: row.id,
      question: questionsIn(clean(question.body))[0] ?? clean(question.body).slice(0, 200),
      answer: clean(bodyOf(answer.body)),
      people: row.people,
      languages: row.languages,
      since: row.since.toISOString(),
      latest: row.latest.toISOString(),
      topic: row.topic,
      conversations: row.asked.slice(0, mostNamed).flatMap(id => {
        const number = numbers.get(id)
        return number === undefined ? [] : [{ id, number }]
      }),
      isDismissed: row.dismissed_at !== null,
      articleId: row.article_id !== null && kept.has(row.article_id) ? row.article_id : null,
    }
  })
}

const placesOf = (row: Row) => [
  { id: row.conversation_id, seq: row.question_seq },
  { id: row.conversation_id, seq: row.answer_seq },
]

async function gapRows(ctx: ReadContext, which: ReturnType<typeof sql>, topic?: Topic): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select g.id, g.conversation_id, g.question_seq, g.answer_seq, g.dismissed_at, g.article_id, s.customer_id, s.language,
      m.people, m.since, m.latest, m.topic, m.asked, l.languages
    from article_gaps g
    join gap_conversations s on s.conversation_id = g.conversation_id
    cross join lateral (
      select count(distinct customer_id)::int as people, min(asked_at) as since, max(asked_at) as latest,
        mode() within group (order by topic) as topic, array_agg(conversation_id order by asked_at desc) as asked
      from gap_conversations where gap_id = g.id
    ) as m
    cross join lateral (
      select jsonb_agg(jsonb_build_object('language', language, 'people', people) order by people desc, language) as languages
      from (
        select language, count(distinct customer_id)::int as people from gap_conversations where gap_id = g.id group by language
      ) as each
    ) as l
    where ${which} and (${topic ?? null}::text is null or m.topic = ${topic ?? null})
    order by m.people desc, g.id desc limit ${mostListed}`.execute(ctx.db)
  return rows
}

/** @throws AppError not_found */
export async function proposeForGap(ctx: ReadContext, id: string): Promise<ArticleProposal> {
  const [row] = await gapRows(ctx, sql`g.id = ${id}`)
  if (!row) throw notFound()
  const said = await saidAt(ctx, placesOf(row))
  const [question, answer] = placesOf(row).map(place => said.get(placeOf(place)))
  const head = await conversationHead(ctx, { id: row.conversation_id })
  if (!question || !answer || !head) throw notFound()
  return proposal(ctx, {
    subject: head.subject,
    question: question.body,
    answer: answer.body,
    locale: head.locale,
    customerId: head.customer_id,
    names: [question.authorName, answer.authorName],
  })
}

/** @throws AppError not_found, already_exists when it has an article */
export async function makeForGap(ctx: Context, id: string, wanted: MakeArticle): Promise<Made> {
  const gap = await lockGap(ctx, id)
  if (gap.article_id && (await articleRows(ctx, [gap.article_id], wanted.locale)).length > 0)
    throw new AppError('already_exists')
  const made = await makeArticle(ctx, { id: gap.conversation_id, seq: gap.answer_seq }, wanted)
  await ctx.db.updateTable('article_gaps').set({ article_id: made.id }).where('id', '=', id).execute()
  return made
}

/** Takes a gap off the list until twice as many have asked; or puts it back. Throws not_found. */
export async function dismissGap(ctx: Context, id: string, dismissed: boolean): Promise<void> {
  await lockGap(ctx, id)
  await ctx.db
    .updateTable('article_gaps')
    .set({
      dismissed_at: dismissed ? ctx.now : null,
      dismissed_people: dismissed
        ? sql<number>`(select count(distinct customer_id)::int from gap_conversations where gap_id = article_gaps.id)`
        : null,
    })
    .where('id', '=', id)
    .execute()
}

async function lockGap({ db }: Context, id: string) {
  const row = await db
    .selectFrom('article_gaps')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}
