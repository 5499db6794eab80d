// Names and subjects from strangers: one line that shows what it says.

/** Without control characters and marks that hide or turn text; blanks become one. At most `longest` characters. */
export const oneLine = (text: string, longest: number): string =>
  Array.from(
    text
      .slice(0, longest * 4)
      .toWellFormed()
      .replaceAll(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
      .replaceAll(/[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g, '')
      .trim(),
  )
    .slice(0, longest)
    .join('')
