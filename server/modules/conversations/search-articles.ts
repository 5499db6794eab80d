// Finds what the public reads, for those who answer it.
import type { ReadContext } from '../../platform/context.ts'
import { searchArticles as search } from '../knowledge/index.ts'

const most = 6

/** The best first; with the address under which everybody reads each. */
export async function searchArticles(ctx: ReadContext, text: string, locale: string) {
  if (text.trim() === '') return { articles: [], total: 0 }
  const { hits, total } = await search(ctx, { text, locale, limit: most })
  return {
    articles: hits.map(hit => ({
      id: hit.id,
      kind: hit.kind,
      locale: hit.locale,
      url: `${ctx.publicUrl}/help/${hit.locale}/articles/${hit.slug}`,
      title: hit.titlePieces,
      summary: hit.summaryPieces,
    })),
    total,
  }
}
