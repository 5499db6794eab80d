// Articles as a folder of Markdown files, one for each language, from which they can be read again as they are.
import { writeFrontMatter } from '../markdown/front-matter.ts'
import type { ImportedArticle, ImportedText } from './imported-article.ts'

/** Texts by path: `<slug>.<language>.md`. */
export function writeMarkdownFolder(articles: readonly ImportedArticle[]): Map<string, string> {
  return new Map(
    articles.flatMap(article =>
      article.texts.map((text): [string, string] => [
        `${article.slug}.${text.locale}.md`,
        fileOf(article, text),
      ]),
    ),
  )
}

function fileOf(article: ImportedArticle, text: ImportedText): string {
  const { topic } = article
  const isPlain = topic.length === 1 && !topic[0]!.includes('/')
  return writeFrontMatter(
    [
      ['title', text.title],
      ['summary', text.summary],
      ['topic', isPlain ? topic[0]! : topic],
      ['kind', article.kind],
      ['level', article.level],
      ['state', article.state],
      ['updated', text.updatedAt ?? ''],
      ['source', article.sourceId ?? ''],
      ['related', article.related],
      ['questions', text.questions],
    ],
    text.body,
  )
}
