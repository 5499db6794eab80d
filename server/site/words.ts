// The words of a page in its reader's language, with times and sizes as they are written there.
import type { Values } from '../../locales/fill.ts'
import { fill, type Strings, stringsFor } from '../../locales/index.ts'
import { type Html, html } from './html.ts'

export interface Words {
  locale: string
  /** By whose clock times are told. */
  timeZone: string
  strings: Strings
  /** A sentence of the site. */
  t(word: keyof Strings['site'], values?: Values): string
  /** A sentence of the help centre. */
  h(word: keyof Strings['help'], values?: Values): string
}

/** `timeZone` is the desk's; a page that tells no time needs none. */
export function wordsOf(locale: string, timeZone = 'UTC'): Words {
  const strings = stringsFor(locale)
  return {
    locale,
    timeZone,
    strings,
    t: (word, values) => fill(locale, strings.site[word], values),
    h: (word, values) => fill(locale, strings.help[word], values),
  }
}

/** An instant by the desk's clock. Without a script nobody knows the reader's, so it says how far it is from UTC. */
export function time({ locale, timeZone, t }: Words, at: string | Date): Html {
  const instant = new Date(at)
  const { clock, offset } = formatsOf(locale, timeZone)
  const zone = offset.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value
  // Intl says “GMT+8”, and “GMT+0”.
  const distance = zone?.replace('GMT', 'UTC').replace(/\+0$/, '')
  const said = t('time', { at: clock.format(instant), zone: distance })
  return html`<time datetime="${instant.toISOString()}">${said}</time>`
}

/** A day by the desk's clock. */
export function day({ locale, timeZone }: Words, at: Date): Html {
  return html`<time datetime="${at.toISOString()}">${formatsOf(locale, timeZone).day.format(at)}</time>`
}

const formats = new Map<string, Record<'clock' | 'day' | 'offset', Intl.DateTimeFormat>>()
const mostFormats = 100

/** A page may tell hundreds of times, and making a format is a hundred times as costly as using it. */
function formatsOf(locale: string, timeZone: string) {
  const key = `${locale} ${timeZone}`
  const known = formats.get(key)
  if (known) return known
  if (formats.size >= mostFormats) formats.clear()
  const made = {
    clock: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }),
    day: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }),
    offset: new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }),
  }
  formats.set(key, made)
  return made
}

/** A sentence around pieces of HTML, each where its `{name}` stands. */
export function around(sentence: string, pieces: Readonly<Record<string, Html>>): Html {
  const parts = sentence.split(/\{(\w+)\}/)
  const piece = (name: string) => (Object.hasOwn(pieces, name) ? pieces[name] : `{${name}}`)
  return html`${parts.map((part, index) => (index % 2 === 0 ? part : piece(part)))}`
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
