// Whether an article helped, said by anybody, once a day each, and nobody is known by it.
import { type Context, type Desk, system } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { masked } from './before-contact/mask.ts'

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
  /** Whatever tells people apart, their address first; only keyed hashes of it with the day are kept. */
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
  const words = masked(vote.comment ?? '', longestComment)
  const said = {
    locale: vote.locale,
    revision: text.published,
    helpful: vote.helpful,
    reason: vote.helpful ? null : (vote.reason ?? null),
    comment: vote.helpful || words === '' ? null : words,
    at: ctx.now,
  }
  const hash = (parts: readonly string[]) =>
    Buffer.from(ctx.secrets.sign('article_vote', JSON.stringify([day, ...parts])), 'base64url')
  const [voter, origin] = [hash(vote.voter), hash([networkOf(vote.voter[0] ?? '')])]
  if (await isStuffed(ctx, text.id, voter, origin)) return
  await ctx.db
    .insertInto('article_votes')
    .values({ id: newId(), article_id: text.id, voter, origin, ...said })
    .onConflict(conflict => conflict.columns(['article_id', 'voter']).doUpdateSet(said))
    .execute()
}

/** From one address, or one network of IPv6, in a day about an article: enough for an office, too few to make an opinion. */
const mostFromOne = 10

async function isStuffed(ctx: Context, articleId: string, voter: Buffer, origin: Buffer): Promise<boolean> {
  const { others } = await ctx.db
    .selectFrom('article_votes')
    .select(eb => eb.fn.countAll<number>().as('others'))
    .where('article_id', '=', articleId)
    .where('origin', '=', origin)
    .where('voter', '<>', voter)
    .executeTakeFirstOrThrow()
  return Number(others) >= mostFromOne
}

/** Whoever has one address of IPv6 has all that begin like it. */
const networkOf = (address: string): string =>
  address.includes(':') ? address.split(':').slice(0, 4).join(':') : address

const commentsKeptMs = 90 * 86_400_000

/** The job that forgets what was written with votes; how people voted goes on counting. */
export async function cleanComments(desk: Desk): Promise<void> {
  await desk.transact(system('cleanComments'), ctx =>
    ctx.db
      .updateTable('article_votes')
      .set({ comment: null })
      .where('comment', 'is not', null)
      .where('at', '<', new Date(ctx.now.getTime() - commentsKeptMs))
      .execute(),
  )
}
