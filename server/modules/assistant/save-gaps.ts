// Keeps what a run has found: which gaps there are, which conversations are in them, and which are gaps no more.
import { sql } from 'kysely'
import type { Context, ReadContext } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import type { HandAnswer } from '../conversations/index.ts'
import { publishedArticles } from '../knowledge/index.ts'
import { type Question, tally } from './group.ts'

/** Different people who make a gap. */
export const fewestPeople = 3
const daysKept = 30
const mostGaps = 500

export interface Asked extends Question, HandAnswer {
  /** What is looked for. */
  words: string
}

export interface Found {
  members: readonly Asked[]
  /** The one that stands for all. */
  sample: Asked
  isAnswered: boolean
}

/** What was asked before this is forgotten. */
export const sinceOf = (now: Date): Date => new Date(now.getTime() - daysKept * 86_400_000)

/** A group goes on with the gap that most of its conversations are in; each gap goes on in one group. */
export async function saveGaps(ctx: Context, found: readonly Found[]): Promise<void> {
  // One run at a time, and nobody dismisses meanwhile.
  await ctx.db.selectFrom('article_gaps').select('id').orderBy('id').forUpdate().execute()
  const gapOf = await gapsOf(ctx, found)
  const taken = new Set<string>()
  for (const one of found) {
    const before = tally(one.members.flatMap(({ id }) => gapOf.get(id) ?? []))
    const gap = before.find(([id]) => !taken.has(id))?.[0]
    if (gap) taken.add(gap)
    if (!one.isAnswered) await save(ctx, one, gap)
    else if (gap) await ctx.db.deleteFrom('article_gaps').where('id', '=', gap).execute()
  }
  await sweep(ctx)
}

async function gapsOf(ctx: Context, found: readonly Found[]): Promise<Map<string, string>> {
  const ids = found.flatMap(({ members }) => members.map(({ id }) => id))
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('gap_conversations')
    .select(['conversation_id', 'gap_id'])
    .where(sql<boolean>`conversation_id = any(${ids}::uuid[])`)
    .execute()
  return new Map(rows.map(row => [row.conversation_id, row.gap_id]))
}

async function save(ctx: Context, { members, sample }: Found, known: string | undefined): Promise<void> {
  const id = known ?? newId()
  const place = {
    conversation_id: sample.id,
    question_seq: sample.questionSeq,
    answer_seq: sample.answerSeq,
  }
  if (known) await ctx.db.updateTable('article_gaps').set(place).where('id', '=', id).execute()
  else
    await ctx.db
      .insertInto('article_gaps')
      .values({
        id,
        ...place,
        found_at: ctx.now,
        dismissed_at: null,
        dismissed_people: null,
        article_id: null,
      })
      .execute()
  await ctx.db
    .insertInto('gap_conversations')
    .values(
      members.map(one => ({
        conversation_id: one.id,
        gap_id: id,
        customer_id: one.customerId,
        language: one.language,
        topic: one.topic,
        asked_at: one.askedAt,
      })),
    )
    .onConflict(on =>
      on.column('conversation_id').doUpdateSet(eb => ({
        gap_id: eb.ref('excluded.gap_id'),
        language: eb.ref('excluded.language'),
        topic: eb.ref('excluded.topic'),
      })),
    )
    .execute()
}

/** Forgets what was long ago, and gaps that too few ask about now; puts back those that twice as many do. */
async function sweep(ctx: Context): Promise<void> {
  await ctx.db.deleteFrom('gap_conversations').where('asked_at', '<', sinceOf(ctx.now)).execute()
  const people = sql<number>`(select count(distinct customer_id) from gap_conversations where gap_id = article_gaps.id)`
  // Whose sample has gone to another gap, or is too old, is not what it was.
  const isWhole = sql<boolean>`exists (select from gap_conversations m
    where m.gap_id = article_gaps.id and m.conversation_id = article_gaps.conversation_id)`
  await ctx.db
    .deleteFrom('article_gaps')
    .where(eb => eb.or([eb(people, '<', fewestPeople), eb.not(isWhole)]))
    .execute()
  await setAsideMade(ctx)
  await ctx.db
    .updateTable('article_gaps')
    // An article that so many asked in spite of doesn't fill it.
    .set({ dismissed_at: null, dismissed_people: null, article_id: null })
    .where(eb => eb(people, '>=', sql<number>`2 * dismissed_people`))
    .execute()
}

/** Whose article is public is filled, also where the search doesn't lead from the question to it. */
async function setAsideMade(ctx: Context): Promise<void> {
  const made = await ctx.db
    .selectFrom('article_gaps')
    .select(['id', 'article_id'])
    .where('article_id', 'is not', null)
    .where('dismissed_at', 'is', null)
    .execute()
  if (made.length === 0) return
  const ids = made.map(gap => gap.article_id!)
  const published = new Set((await publishedArticles(ctx, 'en', { ids })).map(({ id }) => id))
  const filled = made.filter(gap => published.has(gap.article_id!)).map(({ id }) => id)
  if (filled.length === 0) return
  await ctx.db
    .updateTable('article_gaps')
    .set({
      dismissed_at: ctx.now,
      dismissed_people: sql<number>`(select count(distinct customer_id)::int from gap_conversations where gap_id = article_gaps.id)`,
    })
    .where('id', 'in', filled)
    .execute()
}

/** With the language of each sample. */
export const knownGaps = ({ db }: ReadContext) =>
  db
    .selectFrom('article_gaps as g')
    .innerJoin('gap_conversations as s', 's.conversation_id', 'g.conversation_id')
    .select(['g.id', 'g.conversation_id', 'g.question_seq', 's.language'])
    .orderBy('g.found_at')
    .limit(mostGaps)
    .execute()

export async function dropAnswered(ctx: Context, ids: readonly string[]): Promise<void> {
  await ctx.db
    .deleteFrom('article_gaps')
    .where('id', 'in', [...ids])
    .execute()
}
