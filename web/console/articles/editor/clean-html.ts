// Brings what is pasted from web pages and Word down to what articles are made of, before the editor reads it.

import { isOwnFile } from './schema/inline.ts'
import { mayLinkTo } from './schema/link.ts'
import { wordLists } from './word-lists.ts'

export interface Cleaned {
  html: string
  /** Pictures that lie elsewhere, or in the page itself: they are left out. */
  picturesDropped: number
}

/** Nothing of these is kept, not even their text. */
const gone =
  /^(?:script|style|head|title|noscript|template|svg|math|iframe|object|embed|audio|video|canvas|select|textarea|button|form)$/
const blocks = /^(?:p|h[1-6]|ul|ol|li|blockquote|aside|pre|table|tbody|thead|tr|td|th|hr|br|div)$/
const inlines = /^(?:a|b|strong|i|em|s|del|code|img|span)$/
const nameOf: Record<string, string> = { h1: 'h2', h5: 'h4', h6: 'h4', del: 's' }
const tokens =
  /<!--[^]*?(?:-->|$)|<!?\[[^\]<>[]*\]>|<(\/?)([a-z][a-z0-9:-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/gi

/** Copied within the editor: it is clean already. */
const isOwn = (html: string): boolean => html.includes('data-pm-slice')

export function cleanHtml(html: string): Cleaned {
  if (isOwn(html)) return { html, picturesDropped: 0 }
  const state: State = { out: '', open: [], gone: '', cells: 0, dropped: 0 }
  const source = wordLists(html)
  let end = 0
  for (const match of source.matchAll(tokens)) {
    if (!state.gone) state.out += source.slice(end, match.index)
    end = match.index + match[0].length
    const [, slash, name = '', attributes = ''] = match
    if (name) takeTag(state, name.toLowerCase(), slash === '/', attributes)
  }
  if (!state.gone) state.out += source.slice(end)
  return { html: state.out, picturesDropped: state.dropped }
}

interface State {
  out: string
  /** What has to be written where each open tag is closed. */
  open: { name: string; closing: string }[]
  /** The element whose end is waited for. */
  gone: string
  cells: number
  dropped: number
}

function takeTag(state: State, name: string, isEnd: boolean, attributes: string): void {
  if (state.gone) {
    if (isEnd && name === state.gone) state.gone = ''
    return
  }
  if (gone.test(name)) {
    if (!isEnd && !attributes.endsWith('/')) state.gone = name
    return
  }
  if (isEnd) return close(state, name)
  if (name === 'img') return picture(state, attributes)
  if (name === 'br' || name === 'hr') {
    state.out += state.cells > 0 ? ' ' : `<${name}>`
    return
  }
  if (attributes.trimEnd().endsWith('/')) return
  const isCell = name === 'td' || name === 'th'
  const { opening, closing } = tagsFor(state, name, attributes)
  if (isCell) state.cells++
  state.out += opening
  state.open.push({ name, closing })
}

function close(state: State, name: string): void {
  const at = state.open.findLastIndex(one => one.name === name)
  if (at < 0) return
  for (const one of state.open.splice(at).toReversed()) {
    state.out += one.closing
    if (one.name === 'td' || one.name === 'th') state.cells--
  }
}

function tagsFor({ cells }: State, name: string, attributes: string): { opening: string; closing: string } {
  const nothing = { opening: '', closing: '' }
  if (blocks.test(name)) {
    // A cell has one line.
    if (cells > 0) return { opening: ' ', closing: ' ' }
    const to = nameOf[name] ?? name
    return { opening: `<${to}${blockAttributes(name, attributes)}>`, closing: `</${to}>` }
  }
  if (!inlines.test(name)) return nothing
  if (name === 'a') {
    const href = attribute(attributes, 'href')
    if (!href || !mayLinkTo(href)) return nothing
    return { opening: `<a href="${quoted(href)}">`, closing: '</a>' }
  }
  return styled(name, attributes)
}

function blockAttributes(name: string, attributes: string): string {
  const kept = name === 'ol' ? ['start'] : name === 'aside' ? ['data-callout'] : []
  return kept
    .map(one => [one, attribute(attributes, one)] as const)
    .filter(([, value]) => /^\w+$/.test(value))
    .map(([one, value]) => ` ${one}="${value}"`)
    .join('')
}

/** Word processors say with styles what others say with elements, and wrap everything in a bold that isn't. */
function styled(name: string, attributes: string): { opening: string; closing: string } {
  const style = attribute(attributes, 'style').toLowerCase()
  const weight = /font-weight:\s*(\w+)/.exec(style)?.[1] ?? ''
  const slant = /font-style:\s*(\w+)/.exec(style)?.[1] ?? ''
  const isBold =
    /^(?:bold|[6-9]00)/.test(weight) || (/^(?:b|strong)$/.test(name) && !/^(?:normal|400)$/.test(weight))
  const isItalic = slant === 'italic' || (/^(?:i|em)$/.test(name) && slant !== 'normal')
  const tags = [
    isBold && 'strong',
    isItalic && 'em',
    name === 'code' && 'code',
    /^(?:s|del)$/.test(name) && 's',
  ]
  const names = tags.filter(tag => tag !== false)
  return {
    opening: names.map(tag => `<${tag}>`).join(''),
    closing: names
      .toReversed()
      .map(tag => `</${tag}>`)
      .join(''),
  }
}

function picture(state: State, attributes: string): void {
  const src = attribute(attributes, 'src')
  if (isOwnFile(src)) state.out += `<img src="${quoted(src)}" alt="${quoted(attribute(attributes, 'alt'))}">`
  else state.dropped++
}

function attribute(attributes: string, name: string): string {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(
    attributes,
  )
  return (found?.[1] ?? found?.[2] ?? found?.[3] ?? '').trim()
}

/** The value as it stood in the source: only the quote that ends it has to be guarded. */
const quoted = (value: string): string => value.replaceAll('"', '&quot;').replaceAll('<', '&lt;')
