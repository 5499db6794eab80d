// What search engines are told about a page, in the words of schema.org.
import type { RenderedArticle } from '../../modules/knowledge/index.ts'
import { helpUrl } from './addresses.ts'
import type { Crumb } from './help-page.ts'

export type Thing = Readonly<Record<string, unknown>>

const context = 'https://schema.org'

export const breadcrumbs = (publicUrl: string, locale: string, crumbs: readonly Crumb[]): Thing => ({
  '@context': context,
  '@type': 'BreadcrumbList',
  itemListElement: crumbs.map(({ name, at }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: publicUrl + helpUrl(locale, at),
  })),
})

export interface ArticleFacts {
  publicUrl: string
  desk: string
  url: string
  locale: string
  title: string
  summary: string
  published: Date
  changed: Date
  news: boolean
}

export function articleThing(facts: ArticleFacts): Thing {
  const publisher = { '@type': 'Organization', name: facts.desk, url: facts.publicUrl }
  return {
    '@context': context,
    '@type': facts.news ? 'NewsArticle' : 'Article',
    headline: facts.title,
    description: facts.summary,
    inLanguage: facts.locale,
    datePublished: facts.published.toISOString(),
    dateModified: facts.changed.toISOString(),
    mainEntityOfPage: facts.publicUrl + facts.url,
    author: publisher,
    publisher,
  }
}

const longestAnswer = 2_000
const isQuestion = (text: string) => /[?？]\s*$/.test(text)

/** The questions that stand in an article with what answers them; undefined where there are none. */
export function questionsThing(title: string, isFaq: boolean, rendered: RenderedArticle): Thing | undefined {
  const parts = partsOf(rendered)
  const asked = parts.filter(({ question, answer }) => isQuestion(question) && answer !== '')
  const whole = rendered.text.slice(0, longestAnswer)
  const all = asked.length > 0 || !isFaq ? asked : [{ question: title, answer: whole }]
  if (all.length === 0) return undefined
  return {
    '@context': context,
    '@type': 'FAQPage',
    mainEntity: all.map(({ question, answer }) => ({
      '@type': 'Question',
      name: question,
      acceptedAnswer: { '@type': 'Answer', text: answer },
    })),
  }
}

/** What stands under each heading, in the order of the article; the text has a line for each heading. */
function partsOf({ text, headings }: RenderedArticle): { question: string; answer: string }[] {
  const parts: { question: string; answer: string }[] = []
  let next = 0
  for (const line of text.split('\n')) {
    if (line === headings[next]?.text) {
      parts.push({ question: line, answer: '' })
      next += 1
    } else {
      const part = parts.at(-1)
      if (part && part.answer.length < longestAnswer) part.answer = `${part.answer} ${line}`.trim()
    }
  }
  return parts.map(part => ({ ...part, answer: part.answer.slice(0, longestAnswer) }))
}
