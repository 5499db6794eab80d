// The body of an article as its readers get it: links to articles that are there, files with their sizes, today's fees.
import type { DeskSettings } from '../../../contract/desk.ts'
import {
  type ArticleOptions,
  feesIn,
  fillFees,
  linkedArticles,
  listFees,
  type PublishedArticle,
  publishedFiles,
  type RenderedArticle,
  renderArticle,
} from '../../modules/knowledge/index.ts'
import type { ReadContext } from '../../platform/context.ts'
import { type Words, wordsOf } from '../words.ts'
import { articleUrl } from './addresses.ts'
import { feesFor, feeTable } from './fee-table.ts'

/** Ids that the page around uses. */
const takenIds = ['content', 'q', 'contents', 'helpful', 'related', 'ways']

/** In the words of the language that it is written in, with links that keep the reader's. */
export async function articleBody(
  ctx: ReadContext,
  words: Words,
  settings: DeskSettings,
  article: PublishedArticle,
): Promise<RenderedArticle> {
  const own = wordsOf(article.locale, settings.timeZone)
  const { body } = article.content
  const options: ArticleOptions = {
    words: {
      note: own.h('callout_note'),
      tip: own.h('callout_tip'),
      warning: own.h('callout_warning'),
      table: own.h('table'),
    },
    locale: words.locale,
    placeholders: { exchange: settings.name },
    ownHosts: ownHosts(ctx, settings),
    takenIds,
  }
  // Once to learn what it names, and again with what there is of it.
  const found = renderArticle(body, { ...options, article: slug => ({ url: slug, title: slug }) })
  const slugs = found.links.filter(({ kind }) => kind === 'article').map(({ target }) => target)
  const ids = [
    ...found.pictures.map(({ file }) => file),
    ...found.links.filter(({ kind }) => kind === 'file').map(({ target }) => target),
  ]
  const [articles, files] = await Promise.all([
    linkedArticles(ctx, words.locale, [...new Set(slugs)]),
    publishedFiles(ctx, [...new Set(ids)]),
  ])
  const rendered = renderArticle(body, {
    ...options,
    article: slug => {
      const to = articles.get(slug)
      return to ? { url: articleUrl(words.locale, to.slug), title: to.title } : null
    },
    file: id => {
      const file = files.find(one => one.id === id)
      return file
        ? { type: file.type, width: file.width ?? undefined, height: file.height ?? undefined }
        : null
    },
  })
  if (feesIn(rendered.html).length === 0) return rendered
  const fees = await listFees(ctx)
  const table = (filter: Parameters<typeof feesFor>[1]) => feeTable(own, feesFor(fees, filter)).text
  return { ...rendered, html: fillFees(rendered.html, table) }
}

function ownHosts({ publicUrl }: ReadContext, { widget }: DeskSettings): string[] {
  const exact = widget.allowedDomains.filter(domain => !domain.includes('*'))
  return [new URL(publicUrl).hostname, ...exact.map(domain => domain.split(':')[0]!)]
}
