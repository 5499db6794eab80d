// A desk with a small help centre, for tests of its pages.
import type { ArticleContent } from '../../../contract/articles.ts'
import type { TestDeskOptions } from '../../../test/harness.ts'
import { drafted, ok, publish, writersOf } from '../../modules/knowledge/knowledge.fixture.ts'
import { siteDesk } from '../site-desk.fixture.ts'

export async function helpDesk(options: TestDeskOptions = {}) {
  const place = await siteDesk(options)
  const writers = await writersOf(place.desk)
  const { nora } = writers

  const topic = async (slug: string, name: string, more = {}): Promise<string> =>
    ok(
      await nora.post('/api/article-topics', {
        ...{ slug, parentId: null, place: 0, names: { en: name }, descriptions: {}, contactTopic: null },
        ...more,
      }),
    ).id

  return {
    ...place,
    writers,
    topic,
    change: async (settings: object) => {
      const { version } = (await place.staff.get('/api/desk/settings')).body
      ok(await place.staff.patch('/api/desk/settings', { version, settings }))
    },
    /** A public article; its id. */
    article: async (slug: string, content: Partial<ArticleContent> = {}, settings = {}): Promise<string> => {
      const id = await drafted(writers, content, { slug, ...settings })
      await publish(writers, id)
      return id
    },
    /** Gives an article a public text in Chinese. */
    translate: async (id: string, content: Partial<ArticleContent>): Promise<void> => {
      const whole = { title: '标题', summary: '', body: '正文', questions: [], ...content }
      ok(
        await nora.put(`/api/articles/${id}/texts/zh`, {
          base: 0,
          content: whole,
          translatedFrom: 1,
        }),
      )
      await publish(writers, id, 'zh')
    },
    fee: (asset: string, network: string, more = {}) =>
      nora.post('/api/fees', {
        ...{ asset, network, deposit: '0', withdrawal: '1.50', leastDeposit: null, leastWithdrawal: '10' },
        ...more,
      }),
  }
}

/** What stands between two tags of a name, wherever it is. */
export const textsIn = (html: string, tag: string): string[] =>
  [...html.matchAll(new RegExp(`<${tag}\\b[^>]*>(.*?)</${tag}>`, 'gs'))].map(([, text]) =>
    text!.replaceAll(/<[^>]+>/g, '').trim(),
  )

/** The things that a page tells search engines, by their type. */
export const thingsIn = (html: string): Record<string, any> =>
  Object.fromEntries(
    [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, json]) => {
      const thing = JSON.parse(json!)
      return [thing['@type'], thing]
    }),
  )
