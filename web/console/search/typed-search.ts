// Reads what is typed into the search box: words such as `status:open` are filters, everything else is looked for.

export const filterKeys = [
  'status',
  'channel',
  'team',
  'assignee',
  'tag',
  'locale',
  'from',
  'to',
  'files',
  'customer',
] as const
export type FilterKey = (typeof filterKeys)[number]

/** What the desk is asked for each filter: ids for names, codes for words. */
export type Filters = Partial<Record<FilterKey, string>>

export interface TypedSearch {
  /** What is left when the filters are taken out. */
  text: string
  filters: Filters
}

/** Words in lower case that stand for values: names of teams and people, states as the reader calls them. */
export type KnownWords = Partial<Record<FilterKey, ReadonlyMap<string, string>>>

const keysByWord: Record<string, FilterKey> = {
  ...{ status: 'status', state: 'status', 状态: 'status' },
  ...{ channel: 'channel', via: 'channel', 渠道: 'channel' },
  ...{ team: 'team', 团队: 'team' },
  ...{ assignee: 'assignee', agent: 'assignee', 负责人: 'assignee', 客服: 'assignee' },
  ...{ tag: 'tag', 标签: 'tag' },
  ...{ language: 'locale', lang: 'locale', locale: 'locale', 语言: 'locale' },
  ...{ from: 'from', after: 'from', since: 'from', 从: 'from', 起: 'from' },
  ...{ to: 'to', before: 'to', until: 'to', 到: 'to', 至: 'to' },
  ...{ has: 'files', with: 'files', 有: 'files', 含: 'files' },
  ...{ customer: 'customer', 客户: 'customer' },
}

const files = new Set(['files', 'file', 'attachment', 'attachments', '文件', '附件'])
const localePattern = /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,2}$/i
const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const longestTag = 40

/** A word with a colon that begins at the start or after a space; its value may stand in quotes. */
const typedFilter =
  /(?<=^|\s)(\p{L}{1,12})[:：](?:"([^"]{1,120})"|“([^”]{1,120})”|([^\s"“]{1,120}))(?=\s|$)/gu

/** Of a filter that is typed twice the last one counts; what is no filter, or has no such value, is looked for as text. */
export function readSearch(typed: string, known: KnownWords = {}): TypedSearch {
  const filters: Filters = {}
  const text = typed.replaceAll(typedFilter, (whole: string, word: string, ...values: unknown[]) => {
    const found = filterOf(word, valueOf(values), known)
    if (!found) return whole
    filters[found.key] = found.value
    return ' '
  })
  return { text: text.replaceAll(/\s+/g, ' ').trim(), filters }
}

/** What is typed, without a filter; or with another value for it, behind the rest. */
export function withFilter(
  typed: string,
  key: FilterKey,
  value: string | null,
  known: KnownWords = {},
): string {
  const rest = typed
    .replaceAll(typedFilter, (whole: string, word: string, ...values: unknown[]) =>
      filterOf(word, valueOf(values), known)?.key === key ? ' ' : whole,
    )
    .replaceAll(/\s+/g, ' ')
    .trim()
  if (value === null) return rest
  const word = key === 'files' ? 'has' : key === 'locale' ? 'language' : key
  const quoted = /[\s"“]/.test(value) ? `"${value.replaceAll('"', '')}"` : value
  return `${rest} ${word}:${quoted}`.trim()
}

/** The question to the desk; a day begins and ends by the reader's clock, and `to` is the last day that counts. */
export function toQuestion({ text, filters: { from, to, ...rest } }: TypedSearch) {
  return {
    q: text.slice(0, 2_000),
    ...rest,
    ...(from && { from: dayOf(from)!.toISOString() }),
    ...(to && { to: dayOf(to, 1)!.toISOString() }),
  }
}

const valueOf = (groups: unknown[]): string =>
  groups.slice(0, 3).find((group): group is string => typeof group === 'string') ?? ''

function filterOf(word: string, value: string, known: KnownWords): { key: FilterKey; value: string } | null {
  const key = Object.hasOwn(keysByWord, word.toLowerCase()) ? keysByWord[word.toLowerCase()]! : null
  const read = key && readValue(key, value.trim(), known)
  return key && read ? { key, value: read } : null
}

function readValue(key: FilterKey, value: string, known: KnownWords): string | null {
  if (key === 'tag') return value.length <= longestTag ? value : null
  if (key === 'files') return files.has(value.toLowerCase()) ? 'true' : null
  if (key === 'from' || key === 'to') return dayOf(value) ? value : null
  if (key === 'locale')
    return known.locale?.get(value.toLowerCase()) ?? (localePattern.test(value) ? cased(value) : null)
  if (key === 'customer') return idPattern.test(value) ? value.toLowerCase() : null
  return known[key]?.get(value.toLowerCase()) ?? null
}

/** As the desk writes languages: `zh-TW`. */
function cased(tag: string): string {
  const [language = '', ...rest] = tag.split('-')
  return [language.toLowerCase(), ...rest.map(part => (part.length === 2 ? part.toUpperCase() : part))].join(
    '-',
  )
}

/** The beginning of a day given as `2026-10-01`, or of one some days later; null when there is no such day. */
function dayOf(text: string, later = 0): Date | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? []
  if (!year || !month || !day) return null
  const date = new Date(year, month - 1, day)
  if (date.getMonth() !== month - 1 || year < 1970) return null
  return new Date(year, month - 1, day + later)
}
