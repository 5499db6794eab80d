// Whether an article helped, said by anybody, once a day each, and nobody is known by it.
import type { Context } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { screen } from '../safety/index.ts'

export const voteReasons = ['unclear', 'wrong', 'outdated', 'not_solved', 'too_long', 'other'] as const
export type VoteReason = (typeof voteReasons)[number]

export interface Vote {
  slug: string
  /** The language that was read. */
  locale: string
  helpful: boolean
  reason?: VoteReason | null
  /** What is beyond 1,000 characters is left out. */
  comment?: string
  /** Whatever tells people apart; only a keyed hash of it with the day is kept. */
  voter: readonly string[]
}

const longestComment = 1_000

/** The second vote of a day takes the place of the first, with its words. @throws AppError not_found */
export async function voteOnArticle(ctx: Context, vote: Vote): Promise<void> {
  const text = await ctx.db
    .selectFrom('article_texts as t')
    .innerJoin('articles as a', 'a.id', 't.article_id')
    .select(['a.id', 't.published'])
    .where('a.slug', '=', vote.slug)
    .where('t.locale', '=', vote.locale)
    .where('t.published', 'is not', null)
    .where('a.archived_at', 'is', null)
    .executeTakeFirst()
  if (!text?.published) throw notFound()
  const day = ctx.now.toISOString().slice(0, 10)
  const words = screen(vote.comment?.trim() ?? '').text
  const said = {
    locale: vote.locale,
    revision: text.published,
    helpful: vote.helpful,
    reason: vote.helpful ? null : (vote.reason ?? null),
    comment: vote.helpful || words === '' ? null : words.slice(0, longestComment).toWellFormed(),
    at: ctx.now,
  }
  const voter = Buffer.from(
    ctx.secrets.sign('article_vote', JSON.stringify([day, ...vote.voter])),
    'base64url',
  )
  await ctx.db
    .insertInto('article_votes')
    .values({ id: newId(), article_id: text.id, voter, ...said })
    .onConflict(conflict => conflict.columns(['article_id', 'voter']).doUpdateSet(said))
    .execute()
}
