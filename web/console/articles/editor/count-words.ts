// How long a text is: words, and each character of the scripts that have no spaces between words.

const words = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]|[\p{L}\p{N}]+(?:['’._-][\p{L}\p{N}]+)*/gu
const alone = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/gu

/** Where links lead and what placeholders are called is not read. */
export function countWords(markdown: string): number {
  const apart = markdown.replace(/\]\([^()]*\)|\{\{[^{}]*\}\}/g, ' ').replace(alone, ' $& ')
  return apart.match(words)?.length ?? 0
}
