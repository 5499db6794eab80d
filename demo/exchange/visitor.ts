// Who looks at a page and how they like it; kept in cookies, believed only where it is one of the known values.
import { asLanguage, type Language } from '../languages.ts'
import type { Account } from './account-shapes.ts'
import type { Bank } from './bank.ts'
import { type Texts, texts } from './texts.ts'

export const themes = ['auto', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export interface Visitor {
  /** null: nobody is logged in. */
  account: Account | null
  language: Language
  theme: Theme
  t: Texts
}

export const cookieNames = { customer: 'nq_customer', language: 'nq_language', theme: 'nq_theme' } as const

/** Whoever comes first is the first customer, so that the newcomer sees a page with life in it. */
export function visitorOf(
  cookies: Record<string, string | undefined>,
  bank: Bank,
  accepted: string | undefined,
): Visitor {
  const uid = cookies[cookieNames.customer]
  const account = uid === undefined ? bank.accounts()[0]! : (bank.account(uid) ?? null)
  const language = asLanguage(cookies[cookieNames.language] ?? accepted)
  const theme = themes.find(one => one === cookies[cookieNames.theme]) ?? 'auto'
  return { account, language, theme, t: texts[language] }
}
