// Languages of what is written, as the reader calls them, and the side on which their lines begin.
export function languageName(locale: string, tag: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}

const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi'])

export const directionOf = (tag: string): 'ltr' | 'rtl' =>
  rightToLeft.has(tag.split('-')[0] ?? '') ? 'rtl' : 'ltr'
