// The reader's language: every component asks here for its sentences.
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { fill, type Values } from '../../../locales/fill.ts'
import type { Strings } from '../../../locales/index.ts'

type Sheet = Pick<
  Strings,
  | 'authors'
  | 'complexities'
  | 'consoleTexts'
  | 'errors'
  | 'language'
  | 'lines'
  | 'priorities'
  | 'statuses'
  | 'topics'
>
export type Key = keyof Strings['consoleTexts']
type Group = 'authors' | 'complexities' | 'lines' | 'priorities' | 'statuses' | 'topics' | 'errors'

/** The languages of the console; a further one is a file beside these and a line here. */
const sheets = {
  en: { name: 'English', load: (): Promise<Sheet> => import('./en.ts') },
  zh: { name: '中文', load: (): Promise<Sheet> => import('./zh.ts') },
}
export type Locale = keyof typeof sheets
export const locales = Object.entries(sheets).map(([tag, { name }]) => ({ tag: tag as Locale, name }))

export interface Words {
  locale: Locale
  setLocale(locale: Locale): void
  /** The sentence of the console with this key, filled. */
  t(key: Key, values?: Values): string
  /** A word of a shared group, such as `word('statuses', 'open')`. */
  word<G extends Group>(group: G, key: keyof Sheet[G] & string, values?: Values): string
}

const WordsContext = createContext<Words | null>(null)
const storageKey = 'ballast.locale'

export function useWords(): Words {
  const words = useContext(WordsContext)
  if (!words) throw new Error('no language around this component')
  return words
}

export function WordsProvider({ children }: { children: ReactNode }) {
  const [locale, setLocaleState] = useState<Locale>(startLocale)
  const [loaded, setLoaded] = useState<{ locale: Locale; sheet: Sheet } | null>(null)
  useEffect(() => {
    let current = true
    void sheets[locale].load().then(sheet => {
      if (!current) return
      document.documentElement.lang = locale
      document.documentElement.dir = String(sheet.language.direction)
      setLoaded({ locale, sheet })
    })
    return () => {
      current = false
    }
  }, [locale])
  const setLocale = useCallback((next: Locale) => {
    localStorage.setItem(storageKey, next)
    setLocaleState(next)
  }, [])
  const words = useMemo(() => loaded && wordsOf(loaded.locale, loaded.sheet, setLocale), [loaded, setLocale])
  return words && <WordsContext.Provider value={words}>{children}</WordsContext.Provider>
}

const wordsOf = (locale: Locale, sheet: Sheet, setLocale: (locale: Locale) => void): Words => ({
  locale,
  setLocale,
  t: (key, values) => fill(locale, sheet.consoleTexts[key], values),
  word: (group, key, values) => fill(locale, sheet[group][key] as never, values),
})

/** Whether the reader has chosen a language on this machine. */
export const hasChosenLocale = (): boolean => localStorage.getItem(storageKey) !== null

export const asLocale = (tag: string | null | undefined): Locale | null => {
  const base = tag?.split('-')[0] ?? ''
  return Object.hasOwn(sheets, base) ? (base as Locale) : null
}

function startLocale(): Locale {
  const wanted = [localStorage.getItem(storageKey), ...navigator.languages]
  return wanted.map(asLocale).find(locale => locale !== null) ?? 'en'
}
