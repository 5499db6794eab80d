// Puts the texts of an article together, whichever file or record each comes from.
import { fits, mostArticles } from './caps.ts'
import type { Imported, ImportedArticle, ImportedText, ImportedTopic } from './imported-article.ts'
import { oneLine } from './names.ts'
import type { Place, Report } from './report.ts'

export type Draft = Omit<ImportedArticle, 'texts'>

export class ArticleSet {
  private readonly articles = new Map<string, ImportedArticle>()
  private readonly topics = new Map<string, ImportedTopic>()
  private readonly report: Report

  constructor(report: Report) {
    this.report = report
  }

  /** Adds a language to an article, which the first one makes. What it says of itself besides has to be the same in all. */
  add(draft: Draft, text: ImportedText, place: Place): void {
    if (!this.canTake(draft.slug, text, place)) return
    const article = this.articles.get(draft.slug)
    if (!article) {
      this.articles.set(draft.slug, { ...draft, texts: [text] })
      this.addTopic(draft.topic)
      return
    }
    const differing = (['kind', 'level', 'topic', 'state', 'related'] as const).filter(
      field => JSON.stringify(draft[field]) !== JSON.stringify(article[field]),
    )
    if (differing.length > 0) place('languages_differ', differing.join(', '))
    article.texts.push(text)
  }

  addTopic(path: string[], names: Record<string, string> = {}): void {
    for (let depth = 1; depth <= path.length; depth++) {
      const key = JSON.stringify(path.slice(0, depth))
      if (!this.topics.has(key)) this.topics.set(key, { path: path.slice(0, depth), names: {} })
    }
    const topic = this.topics.get(JSON.stringify(path))
    if (topic) Object.assign(topic.names, names)
  }

  finished(): Imported {
    return {
      articles: [...this.articles.values()],
      topics: [...this.topics.values()],
      report: this.report.lines,
    }
  }

  private canTake(slug: string, text: ImportedText, place: Place): boolean {
    if (text.title === '') place('missing_title', slug)
    else if (text.body === '') place('missing_body', slug)
    else if (this.articles.get(slug)?.texts.some(({ locale }) => locale === text.locale)) {
      place('locale_twice', `${slug}, ${text.locale}`)
    } else if (!this.articles.has(slug) && this.articles.size >= mostArticles) place('too_many', slug)
    else return fits(text.body, place)
    return false
  }
}

/** The beginning of a text, for a summary that nobody wrote. */
export function summaryOf(plain: string, most = 160): string {
  const line = oneLine(plain, 4 * most)
  if (line.length <= most) return line
  const cut = line.slice(0, most - 1)
  const end = cut.lastIndexOf(' ')
  return `${(end > most / 2 ? cut.slice(0, end) : cut).trimEnd()}…`
}
