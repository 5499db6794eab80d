// Puts values into sentences: `{name}` becomes the value; a text with plural forms picks one by `{count}`.

export type Values = Readonly<Record<string, unknown>>
/** A sentence, or its plural forms by the categories of Unicode CLDR. */
export type Text = string | Readonly<{ one?: string; few?: string; many?: string; other: string }>

/** Gives the sentence with its values; numbers follow the reader's locale. A value that is missing stays visible. */
export function fill(locale: string, text: Text, values: Values = {}): string {
  return pick(locale, text, values).replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name]
    if (value === undefined || value === null) return placeholder
    return typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : String(value)
  })
}

function pick(locale: string, text: Text, values: Values): string {
  if (typeof text === 'string') return text
  const form = new Intl.PluralRules(locale).select(Number(values.count ?? 0)) as keyof typeof text
  return text[form] ?? text.other
}
