// Word pastes lists as paragraphs with a sign in front: here they become lists again.

const item = /<p\b([^<>]*mso-list:[^<>]*)>([^]*?)<\/p>/gi
const level = /mso-list:[^;"']*level(\d)/i
const ignored =
  /<!\[if !supportLists\]>([^]*?)<!\[endif\]>|<span[^<>]*mso-list:\s*Ignore[^<>]*>([^]*?)<\/span>/i
const numbered = /^\s*(?:\d+|[a-z]{1,3})[.)]/i

interface Item {
  depth: number
  isNumbered: boolean
  html: string
}

export function wordLists(html: string): string {
  if (!html.includes('mso-list:')) return html
  let out = ''
  let end = 0
  let run: Item[] = []
  const flush = () => {
    out += listOf(run)
    run = []
  }
  for (const match of html.matchAll(item)) {
    const between = html.slice(end, match.index)
    if (/<\w|[^\s<>]/.test(between.replace(/<!?\[[^\]>]*\]>|<!--[^]*?-->|<o:p>.*?<\/o:p>/g, ''))) flush()
    out += run.length > 0 ? '' : between
    run.push(itemOf(match[1] ?? '', match[2] ?? ''))
    end = match.index + match[0].length
  }
  flush()
  return out + html.slice(end)
}

function itemOf(attributes: string, html: string): Item {
  const found = ignored.exec(html)
  const sign = (found?.[1] ?? found?.[2] ?? '').replace(/<[^<>]*>|&nbsp;/g, '')
  return {
    depth: Math.min(Math.max(Number(level.exec(attributes)?.[1] ?? 1), 1), 6),
    isNumbered: numbered.test(sign),
    html: html.replace(ignored, ''),
  }
}

function listOf(items: readonly Item[]): string {
  let out = ''
  const open: string[] = []
  for (const { depth, isNumbered, html } of items) {
    while (open.length > depth) out += `</li></${open.pop()}>`
    if (open.length === depth) out += '</li>'
    while (open.length < depth) {
      const tag = isNumbered ? 'ol' : 'ul'
      out += open.length < depth - 1 ? `<${tag}><li>` : `<${tag}>`
      open.push(tag)
    }
    out += `<li>${html}`
  }
  while (open.length > 0) out += `</li></${open.pop()}>`
  return out
}
