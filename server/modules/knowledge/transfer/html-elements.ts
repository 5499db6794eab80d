// What the elements of other people's HTML are to an article.

const names = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** What is inside them is nobody's to read, or not HTML. */
export const unread = names(`
  applet audio button canvas datalist embed frameset iframe map math nav noembed noframes noscript object option plaintext
  script select style svg template textarea title video xmp
`)

/** Worth telling that they were there: without them, something is missing, or was meant to do something. */
export const told = names(`
  applet audio button canvas embed frame frameset form iframe input math object script select style svg template textarea
  video base
`)

/** Elements without an end. */
export const empty = names('area base br col embed frame hr img input link meta param source track wbr')

/** Those of which what is inside is read as text, even when they end with a slash. */
export const raw = names('iframe noembed noframes plaintext script style textarea title xmp')

/** A table and what it is made of. */
export const inTables = names('table td th tr')

/** The title of what follows. */
export const titles = names('dt summary')

/** Around an article's words, but not of them. */
export const furniture = names('footer header')

/** Elements with a beginning and an end of their own line, and nothing more. */
export const blocks = names(`
  address article aside body center dd details dialog dir div dl dt fieldset figcaption figure form hgroup html legend main menu
  p section summary tbody tfoot thead caption
`)

/** How a mark within a line is written. */
export const marks: Readonly<Record<string, Mark>> = {
  a: 'link',
  b: 'strong',
  code: 'code',
  del: 'struck',
  em: 'emphasis',
  i: 'emphasis',
  kbd: 'code',
  s: 'struck',
  samp: 'code',
  strike: 'struck',
  strong: 'strong',
  tt: 'code',
}

export type Mark = 'link' | 'strong' | 'code' | 'struck' | 'emphasis'

/** Elements that end where the next one begins, whoever forgot to say so. */
export const endedBy: Readonly<Record<string, ReadonlySet<string>>> = {
  li: names('li'),
  td: names('td th'),
  th: names('td th'),
  tr: names('td th tr'),
}

const calloutWords = {
  WARNING: names('warning warn caution danger alert important'),
  TIP: names('tip hint success'),
  NOTE: names('note info information callout'),
} as const

/** What kind of callout a class makes; null for none. The strongest word counts. */
export function calloutOf(classes: string): keyof typeof calloutWords | null {
  const words = classes
    .slice(0, 500)
    .toLowerCase()
    .split(/[-_\s]+/)
  if (words.some(word => calloutWords.WARNING.has(word))) return 'WARNING'
  if (words.some(word => calloutWords.TIP.has(word))) return 'TIP'
  return words.some(word => calloutWords.NOTE.has(word)) ? 'NOTE' : null
}
