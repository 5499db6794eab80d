// Zendesk's categories, sections and sections in sections as one tree of topics, in each language.
import type { ImportOptions } from './imported-article.ts'
import { type Found, idAt, type JsonRecord, listAt, textAt } from './json-records.ts'
import { localeOf, oneLine } from './names.ts'
import type { ZendeskKind } from './zendesk.ts'

const deepest = 10

interface Topic {
  name: string
  parent: string | null
  locales: Record<string, string>
}

export class ZendeskTopics {
  /** By kind and id. */
  private readonly topics = new Map<string, Topic>()
  private readonly options: ImportOptions

  constructor(found: ReadonlyMap<ZendeskKind, Found[]>, options: ImportOptions) {
    this.options = options
    for (const { record } of found.get('category') ?? [])
      this.add(`category ${idAt(record, 'id')}`, record, null)
    for (const { record } of found.get('section') ?? []) {
      const [section, category] = [idAt(record, 'parent_section_id'), idAt(record, 'category_id')]
      const parent = section === null ? category && `category ${category}` : `section ${section}`
      this.add(`section ${idAt(record, 'id')}`, record, parent)
    }
    for (const { record } of found.get('translation') ?? []) {
      const topic = this.topics.get(
        `${textAt(record, 'source_type').toLowerCase()} ${idAt(record, 'source_id')}`,
      )
      if (topic) this.name(topic, record, textAt(record, 'title'))
    }
  }

  /** Null for a section that the export doesn't hold. */
  pathOf(section: string | null): string[] | null {
    return section === null ? [] : this.path(`section ${section}`)
  }

  all(): { path: string[]; locales: Record<string, string> }[] {
    return [...this.topics].map(([key, { locales }]) => ({ path: this.path(key)!, locales }))
  }

  private add(key: string, record: JsonRecord, parent: string | null): void {
    const name = oneLine(textAt(record, 'name'), 100)
    if (name === '' || this.topics.has(key)) return
    const topic = { name, parent, locales: {} }
    this.topics.set(key, topic)
    this.name(topic, record, name)
    for (const one of listAt(record, 'translations')) this.name(topic, one, textAt(one, 'title'))
  }

  private name(topic: Topic, record: JsonRecord, name: string): void {
    const locale = localeOf(textAt(record, 'locale'), this.options)
    if (locale !== null && name !== '') topic.locales[locale] ??= oneLine(name, 100)
  }

  /** Parents that go round in a circle end at the tenth. */
  private path(key: string): string[] | null {
    const names: string[] = []
    let at = this.topics.get(key)
    if (!at) return null
    while (at && names.length < deepest) {
      names.unshift(at.name)
      at = at.parent === null ? undefined : this.topics.get(at.parent)
    }
    return names
  }
}
