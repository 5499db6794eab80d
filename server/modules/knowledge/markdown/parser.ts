// The Markdown of articles: what everybody knows, without HTML, with callouts and placeholders.
import MarkdownIt from 'markdown-it'

export type Token = ReturnType<typeof parser.parse>[number]

/** Levels of blocks and of marks within a line; markdown-it leaves out what is deeper. A list takes two. */
export const deepest = 50

export const callouts = ['note', 'tip', 'warning'] as const
export type Callout = (typeof callouts)[number]

/** The marks of one article, blocks with their lines. Nothing is judged here: links and pictures may lead anywhere. */
export const parseArticle = (markdown: string): Token[] => parser.parse(markdown, {})

/** Empty where there is none. */
export const attributeOf = (token: Token, name: string): string => String(token.attrGet(name) ?? '')

const parser = new MarkdownIt({ html: false, linkify: false, typographer: false })
parser.set({ maxNesting: deepest })
parser.validateLink = () => true
parser.normalizeLink = href => href
parser.normalizeLinkText = href => href

const longestPlaceholder = 200

parser.inline.ruler.before('escape', 'placeholder', (state, silent) => {
  if (!state.src.startsWith('{{', state.pos)) return false
  const inside = state.src.slice(state.pos + 2, state.pos + longestPlaceholder)
  const end = inside.indexOf('}}')
  if (end < 0 || inside.slice(0, end).includes('\n')) return false
  if (!silent) {
    const token = state.push('placeholder', '', 0)
    token.content = inside.slice(0, end)
  }
  state.pos += end + 4
  return true
})

const calloutMark = /^\[!([A-Z]{1,20})\](?:[ \t]*\n|[ \t]+|$)/

parser.core.ruler.before('inline', 'callouts', state => {
  state.tokens.forEach((token, index) => {
    const [paragraph, inline] = [state.tokens[index + 1], state.tokens[index + 2]]
    if (token.type !== 'blockquote_open' || paragraph?.type !== 'paragraph_open' || !inline) return
    const [mark, name] = calloutMark.exec(inline.content) ?? []
    if (mark === undefined || name === undefined) return
    const known = callouts.find(one => one === name.toLowerCase())
    token.meta = known ? { callout: known } : { unknown: name }
    if (!known) return
    inline.content = inline.content.slice(mark.length)
    if (mark.endsWith('\n') && inline.map) inline.map[0] += 1
  })
})
