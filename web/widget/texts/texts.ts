// The words of the reader's language, loaded when they are needed.
import { fill, type Text, type Values } from '../../../locales/fill.ts'
import type { Strings } from '../../../locales/index.ts'

export type Wording = Pick<Strings, 'errors' | 'language' | 'launcher' | 'lines' | 'topics' | 'widget'>
export type Word = keyof Wording['widget']

/** A further language is a file in this folder and one line here. */
const loaders: Record<string, () => Promise<Wording>> = {
  en: () => import('./en.ts'),
  zh: () => import('./zh.ts'),
}

export interface Texts {
  locale: string
  /** The reader's own variety of the language, for times and numbers: `en-GB` writes 22:09. */
  region: string
  strings: Wording
  /** A sentence of the widget. */
  t(word: Word, values?: Values): string
  fill(text: Text, values?: Values): string
}

/** The first language wanted that is known and allowed; English when none is. */
export function chooseLocale(wanted: readonly (string | undefined)[], allowed: readonly string[]): string {
  const known = Object.keys(loaders).filter(tag => allowed.length === 0 || allowed.includes(tag))
  for (const tag of wanted) {
    const base = tag?.toLowerCase().split('-')[0] ?? ''
    if (known.includes(base)) return base
  }
  return known[0] ?? 'en'
}

export const knownLocales = (): string[] => Object.keys(loaders)

/** Loads a language; rejects when its file can't be fetched. */
export async function loadTexts(locale: string): Promise<Texts> {
  const strings = await (loaders[locale] ?? loaders.en!)()
  const region = navigator.languages.find(tag => tag.toLowerCase().split('-')[0] === locale) ?? locale
  return {
    locale,
    region,
    strings,
    t: (word, values) => fill(locale, strings.widget[word], values),
    fill: (text, values) => fill(locale, text, values),
  }
}
