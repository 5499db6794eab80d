// The name of a language as the reader calls it.

/** Never throws: what a conversation says its language is may be anything. */
export function languageName(locale: string, tag: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
