// People who write, and articles that are public: what tests of the help centre begin with.
import type { ArticleContent } from '../../../contract/articles.ts'
import { createStaff } from '../../../test/factories.ts'
import type { TestDesk } from '../../../test/harness.ts'
import type { Person, Reply } from '../../../test/person.ts'

/** The body of an answer that must be one. */
export function ok({ status, body }: Reply): any {
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body
}

export interface Writers {
  /** Writes. */
  nora: Person
  /** Reviews. */
  omar: Person
}

export async function writersOf(desk: TestDesk): Promise<Writers> {
  const [nora, omar] = [
    await createStaff(desk, { name: 'Nora', role: 'editor' }),
    await createStaff(desk, { name: 'Omar', role: 'editor' }),
  ]
  return { nora: desk.as(nora), omar: desk.as(omar) }
}

export const contentOf = (more: Partial<ArticleContent> = {}): ArticleContent => ({
  title: 'Withdraw coins',
  summary: 'How to send coins to another wallet.',
  body: '1. Open the wallet.\n2. Choose the coin.\n3. Check the address.',
  questions: [],
  ...more,
})

/** A new draft; its id. */
export async function drafted(
  { nora }: Writers,
  more: Partial<ArticleContent> = {},
  settings = {},
): Promise<string> {
  const article = { kind: 'guide', locale: 'en', content: contentOf(more), ...settings }
  return ok(await nora.post('/api/articles', article)).id
}

/** Takes a text's newest revision all the way to the public. */
export async function publish({ nora, omar }: Writers, id: string, locale = 'en', more = {}): Promise<void> {
  const article = ok(await nora.get(`/api/articles/${id}`))
  const { newest: revision } = article.texts.find((text: { locale: string }) => text.locale === locale)
  const path = `/api/articles/${id}/texts/${locale}`
  ok(await nora.post(`${path}/submit`, { revision }))
  ok(await omar.post(`${path}/approve`, { revision }))
  ok(await omar.post(`${path}/publish`, { revision, ...more }))
}
