// The words of a page in its reader's language, with times and sizes as they are written there.
import type { Values } from '../../locales/fill.ts'
import { fill, type Strings, stringsFor } from '../../locales/index.ts'
import { type Html, html } from './html.ts'

export interface Words {
  locale: string
  strings: Strings
  /** A sentence of the site. */
  t(word: keyof Strings['site'], values?: Values): string
}

export function wordsOf(locale: string): Words {
  const strings = stringsFor(locale)
  return { locale, strings, t: (word, values) => fill(locale, strings.site[word], values) }
}

/** An instant for readers whose time zone nobody knows: without a script, it is said in UTC. */
export function timeText({ locale, t }: Words, at: string | Date): string {
  const style = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' } as const
  return t('utc', { at: new Intl.DateTimeFormat(locale, style).format(new Date(at)) })
}

export const time = (words: Words, at: string | Date): Html =>
  html`<time datetime="${new Date(at).toISOString()}">${timeText(words, at)}</time>`

/** A sentence around a piece of HTML: `value` stands where `{name}` does. */
export function around(sentence: string, name: string, value: Html): Html {
  const [before = '', after = ''] = sentence.split(`{${name}}`)
  return html`${before}${value}${after}`
}

export function sizeText({ t }: Words, bytes: number): string {
  if (bytes < 1_000) return t('bytes', { count: bytes })
  if (bytes < 1_000_000) return t('kilobytes', { count: Math.round(bytes / 1_000) })
  return t('megabytes', { count: Math.round(bytes / 100_000) / 10 })
}

const units = [
  ['minute', 60_000, 90],
  ['hour', 3_600_000, 48],
  ['day', 86_400_000, Number.POSITIVE_INFINITY],
] as const

/** A length of time for people: rounded up, in the unit in which it isn't a large number. */
export function durationText({ locale }: Words, ms: number): string {
  const [unit, length] = units.find(([, size, most]) => ms <= size * most)!
  const style = { style: 'unit', unit, unitDisplay: 'long' } as const
  return new Intl.NumberFormat(locale, style).format(Math.max(1, Math.ceil(ms / length)))
}

export const shareText = ({ locale }: Words, share: number): string =>
  new Intl.NumberFormat(locale, { style: 'percent' }).format(share)
