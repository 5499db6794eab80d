// The demo's help centre: the starter articles, a fee table and announcements, written by one and approved by another.
import { languages } from '../languages.ts'
import type { AtWork } from './colleague.ts'
import { announcements, type DemoAnnouncement, fees } from './help-centre.data.ts'

/** `now` is when the demo begins, in milliseconds. */
export async function writeHelpCentre(admin: AtWork, lead: AtWork, now: number): Promise<void> {
  await admin.ask('POST', '/api/articles/starter-set', { publish: true })
  for (const fee of fees) await admin.ask('POST', '/api/fees', fee)
  const { topics } = await admin.ask('GET', '/api/article-topics')
  const topicIds = new Map<string, string>(topics.map(({ slug, id }: Record<string, string>) => [slug, id]))
  for (const one of announcements) await announce(admin, lead, one, topicIds.get(one.topic)!, now)
}

async function announce(
  admin: AtWork,
  lead: AtWork,
  { slug, type, from, until, pinned, texts }: DemoAnnouncement,
  topicId: string,
  now: number,
): Promise<void> {
  const at = (hours: number) => new Date(now + hours * 3_600_000).toISOString()
  const announcement = { type, startsAt: at(from), endsAt: until === null ? null : at(until), pinned }
  const [first, ...others] = languages
  const content = (locale: (typeof languages)[number]) => ({ ...texts[locale], questions: [] })
  const article = {
    kind: 'announcement',
    locale: first,
    slug,
    topicId,
    announcement,
    content: content(first!),
  }
  const { id } = await lead.ask('POST', '/api/articles', article)
  const path = (locale: string) => `/api/articles/${id}/texts/${locale}`
  for (const locale of others) {
    await lead.ask('PUT', path(locale), { base: 0, content: content(locale), translatedFrom: 1 })
  }
  for (const locale of languages) {
    await lead.ask('POST', `${path(locale)}/submit`, { revision: 1 })
    await admin.ask('POST', `${path(locale)}/approve`, { revision: 1 })
    await admin.ask('POST', `${path(locale)}/publish`, { revision: 1 })
  }
}
