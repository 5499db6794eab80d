// Makes a draft of a proposal, and keeps which reply it came from.
import type { ArticleSource, MakeArticle } from '../../../contract/assistant.ts'
import { actorId, type Context, may, type ReadContext } from '../../platform/context.ts'
import { conversationNumbers } from '../conversations/index.ts'
import { staffNames } from '../identity/index.ts'
import { articleRows, createArticle } from '../knowledge/index.ts'
import { proposeFromReply } from './propose.ts'

export interface Made {
  id: string
  slug: string
}

const mostShown = 50

/** @throws AppError not_found for what is no agent's message, or isn't the actor's to see */
export async function makeFromReply(
  ctx: Context,
  reply: { id: string; seq: number },
  wanted: MakeArticle,
): Promise<Made> {
  await proposeFromReply(ctx, reply)
  return makeArticle(ctx, reply, wanted)
}

/** A draft like any other: somebody else reviews it before it is public. */
export async function makeArticle(
  ctx: Context,
  reply: { id: string; seq: number },
  { locale, content }: MakeArticle,
): Promise<Made> {
  const made = await createArticle(ctx, { kind: 'faq', locale, content })
  await ctx.db
    .insertInto('article_sources')
    .values({
      article_id: made.id,
      conversation_id: reply.id,
      seq: reply.seq,
      staff_id: ctx.actor.kind === 'staff' ? actorId(ctx.actor) : null,
      at: ctx.now,
    })
    .execute()
  return made
}

/** Articles that were made from replies, the newest first; the conversation only for those who may see it. */
export async function listSources(ctx: ReadContext, locale: string): Promise<ArticleSource[]> {
  const sources = await ctx.db
    .selectFrom('article_sources')
    .selectAll()
    .orderBy('at', 'desc')
    .limit(mostShown)
    .execute()
  const [articles, numbers, names] = await Promise.all([
    articleRows(ctx, [...new Set(sources.map(source => source.article_id))], locale),
    numbersFor(ctx, [...new Set(sources.map(source => source.conversation_id))]),
    staffNames(ctx),
  ])
  const byId = new Map(articles.map(article => [article.id, article]))
  return sources.flatMap(({ article_id: articleId, conversation_id: id, seq, staff_id: by, at }) => {
    const article = byId.get(articleId)
    const text = article?.texts.find(one => one.locale === article.originalLocale) ?? article?.texts[0]
    if (!article || !text) return []
    const number = numbers.get(id)
    return {
      articleId,
      title: article.title,
      locale: text.locale,
      state: text.state,
      by: by && (names.get(by) ?? null),
      at: at.toISOString(),
      conversation: number === undefined ? null : { id, number, seq },
    }
  })
}

/** The numbers of conversations by id, as far as the reader may see them; of none for who reads no conversations at all. */
export const numbersFor = async (ctx: ReadContext, ids: readonly string[]): Promise<Map<string, number>> =>
  may(ctx.actor, 'conversations.read') || may(ctx.actor, 'conversations.read_all')
    ? conversationNumbers(ctx, ids)
    : new Map()
