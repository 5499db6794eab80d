// All languages there are: each file in this folder named by a language tag is one. English is the fallback.
import * as en from './en.ts'
import { fill, type Values } from './fill.ts'
import * as zh from './zh.ts'

export { fill }
export type Strings = typeof en

/** A further language is a file beside en.ts and one line here. */
export const languages: Readonly<Record<string, Strings>> = { en, zh }

/** The best language we have for what a reader accepts (an Accept-Language header, or a single tag). */
export function pickLocale(accepted: string | undefined): string {
  const wanted = (accepted ?? '')
    .split(',')
    .map(part => {
      const [tag = '', quality = 'q=1'] = part.trim().split(';')
      return { tag: tag.trim().toLowerCase(), quality: Number(quality.trim().slice(2)) || 0 }
    })
    .sort((one, other) => other.quality - one.quality)
  for (const { tag } of wanted) {
    const base = tag.split('-')[0] ?? ''
    if (Object.hasOwn(languages, tag)) return tag
    if (Object.hasOwn(languages, base)) return base
  }
  return 'en'
}

export const stringsFor = (locale: string): Strings => languages[pickLocale(locale)] ?? en

/** The sentence for an error code. */
export function sentence(locale: string, code: keyof Strings['errors'], values: Values = {}): string {
  return fill(locale, stringsFor(locale).errors[code], values)
}
