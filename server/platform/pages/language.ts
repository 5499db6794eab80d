// In which language somebody reads: as they chose, else as their browser says, of those that the desk offers.
import { languages } from '../../../locales/index.ts'

export interface Offered {
  /** Those of the desk that there are texts in; never empty. */
  locales: readonly string[]
  /** The desk's own. */
  usual: string
}

/** The languages of a desk as far as they can be shown. */
export function offeredOf(wanted: readonly string[], usual: string): Offered {
  const locales = wanted.flatMap(tag => textsFor(tag, Object.keys(languages)) ?? [])
  const known = locales.length > 0 ? [...new Set(locales)] : ['en']
  return { locales: known, usual: textsFor(usual, known) ?? known[0]! }
}

/** `chosen` by hand, the last choice first; `accepted` is an Accept-Language header. */
export function languageFor(
  { locales, usual }: Offered,
  chosen: readonly (string | undefined)[],
  accepted: string | undefined,
): string {
  for (const tag of [...chosen, ...byPreference(accepted)]) {
    const found = tag && textsFor(tag, locales)
    if (found) return found
  }
  return usual
}

function textsFor(tag: string, locales: readonly string[]): string | undefined {
  const wanted = tag.toLowerCase()
  return locales.find(one => one === wanted) ?? locales.find(one => one === wanted.split('-')[0])
}

const mostPreferences = 20

function byPreference(accepted = ''): string[] {
  return accepted
    .slice(0, 500)
    .split(',', mostPreferences)
    .map(part => {
      const [tag = '', quality = ''] = part.split(';')
      return { tag: tag.trim(), quality: Number(/q=([\d.]+)/.exec(quality)?.[1] ?? 1) }
    })
    .filter(({ tag, quality }) => tag && quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag)
}
