// What the help centre offers before anybody writes. All of it is an extra: when it can't be had, nothing is said and nothing waits.
import type { HelpArticle, HelpHit, HelpHome } from '../../../contract/help.ts'
import type { Keep } from '../../api/keep.ts'
import { ask } from './http.ts'
import { screen } from './secrets.ts'
import { newId } from './sending.ts'
import type { AppStore } from './state.ts'

/** One search goes on while somebody looks for one thing; a pause begins another. */
const pauseMs = 30 * 60_000
/** As long as what is written then counts as written because of it. */
const dayMs = 24 * 60 * 60_000
const longest = 1_000

export interface Help {
  /** What was typed into the search, so that coming back finds it again. */
  typed: string
  /** Popular articles and announcements, into the state. */
  load(): Promise<void>
  /** The best three; none where nothing fits. Secrets don't leave. */
  search(text: string): Promise<HelpHit[]>
  read(slug: string): Promise<HelpArticle>
  vote(article: Pick<HelpArticle, 'slug' | 'locale'>, helpful: boolean): Promise<void>
  /** The search that led to the conversation which is begun now, if there was one today; it ends with this. */
  end(): string | null
}

export function createHelp(store: AppStore, keep: Keep): Help {
  const locale = () => store.get().texts.locale
  const last = () => {
    const [id = '', at = '0'] = (keep.get('search') ?? '').split(' ')
    return { id, ageMs: Date.now() - Number(at) }
  }
  const begin = (): string => {
    const { id, ageMs } = last()
    const current = id && ageMs < pauseMs ? id : newId()
    keep.set('search', `${current} ${Date.now()}`)
    return current
  }
  async function get<T>(path: string, values: Record<string, string>): Promise<T> {
    const query = new URLSearchParams({ locale: locale(), ...values })
    return (await ask('GET', `/api/help/${path}?${query}`)).json() as Promise<T>
  }
  return {
    typed: '',
    load: async () => {
      const wanted = locale()
      const home = await get<HelpHome>('home', {})
      if (locale() === wanted) store.set({ help: home })
    },
    search: async text => {
      const q = (await screen(text.trim())).text.slice(0, longest).trim()
      if (!q) return []
      return (await get<{ hits: HelpHit[] }>('search', { q, limit: '3', searchId: begin() })).hits
    },
    read: slug => {
      const { id, ageMs } = last()
      return get(`articles/${encodeURIComponent(slug)}`, id && ageMs < dayMs ? { searchId: id } : {})
    },
    vote: async ({ slug, locale: read }, helpful) => {
      await ask('POST', `/api/help/articles/${slug}/votes`, { body: { locale: read, helpful } })
    },
    end: () => {
      const { id, ageMs } = last()
      keep.remove('search')
      return id && ageMs < dayMs ? id : null
    },
  }
}
