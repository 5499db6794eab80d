// Articles as pages that stand by themselves: plain, printable, without scripts, readable when the desk is gone.
import type { ArticleWords } from '../markdown/article-options.ts'
import { attribute, escaped } from '../markdown/escape.ts'
import { fillFees } from '../markdown/fees.ts'
import { renderArticle } from '../markdown/render.ts'
import type { ImportedArticle, ImportedText } from './imported-article.ts'

export interface PageOptions {
  /** The words of each language; those of the first where one is missing. */
  words: Readonly<Record<string, ArticleWords>>
  placeholders: Readonly<Record<string, string>>
  /** The desk's address, to which pictures and files are links. */
  origin: string
}

const style = `body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.6 system-ui, sans-serif }
table { border-collapse: collapse } th, td { border: 1px solid #999; padding: .25rem .5rem; text-align: start; vertical-align: top }
.end { text-align: end } .center { text-align: center } pre { overflow: auto } img, video { max-width: 100%; height: auto }
.callout { border-inline-start: 4px solid #999; padding-inline-start: 1rem } .callout-title { font-weight: bold }`

/** HTML by path: `<slug>.<language>.html`, with links between them. Fee tables, which change, are left out. */
export function writeHtmlPages(
  articles: readonly ImportedArticle[],
  options: PageOptions,
): Map<string, string> {
  const paths = new Map(
    articles.flatMap(({ slug, texts }) =>
      texts.map(text => [pathOf(slug, text.locale), text.title] as const),
    ),
  )
  return new Map(
    articles.flatMap(article =>
      article.texts.map((text): [string, string] => [
        pathOf(article.slug, text.locale),
        page(text, paths, options),
      ]),
    ),
  )
}

const pathOf = (slug: string, locale: string) => `${slug}.${locale}.html`

function page(
  text: ImportedText,
  paths: ReadonlyMap<string, string>,
  { words, placeholders, origin }: PageOptions,
): string {
  const { html } = renderArticle(text.body, {
    words: words[text.locale] ?? Object.values(words)[0]!,
    locale: text.locale,
    placeholders,
    article: slug => {
      const url = pathOf(slug, text.locale)
      const title = paths.get(url)
      return title === undefined ? null : { url, title }
    },
  })
  const body = fillFees(html, () => '').replaceAll('"/help/files/', `"${escaped(origin)}/help/files/`)
  const filled = (given: string) => escaped(filledText(given, placeholders))
  return `<!doctype html>
<html${attribute('lang', text.locale)}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${filled(text.title)}</title>
<meta name="description"${attribute('content', filledText(text.summary, placeholders))}>
<style>${style}</style>
</head>
<body>
<main>
<h1>${filled(text.title)}</h1>
${body}</main>
</body>
</html>
`
}

const filledText = (text: string, placeholders: Readonly<Record<string, string>>) =>
  text.replaceAll(/\{\{ ?([a-z]{1,40}) ?\}\}/g, (whole, name: string) =>
    Object.hasOwn(placeholders, name) ? placeholders[name]! : whole,
  )
