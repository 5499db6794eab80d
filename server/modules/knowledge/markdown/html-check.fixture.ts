// Reads HTML as a browser would begin to, and says what in it an article must never hold.
import { Parser } from 'htmlparser2'

const attributesOf: Record<string, string[]> = {
  a: ['href', 'rel'],
  code: [],
  div: ['class', 'role', 'tabindex', 'aria-label', 'data-asset', 'data-network'],
  figure: ['class'],
  h2: ['id'],
  h3: ['id'],
  h4: ['id'],
  h5: ['id'],
  h6: ['id'],
  img: ['src', 'alt', 'width', 'height', 'loading', 'decoding'],
  ol: ['class', 'start'],
  p: ['class'],
  pre: ['tabindex'],
  td: ['class'],
  th: ['class', 'scope'],
  track: ['kind', 'src', 'srclang', 'label', 'default'],
  video: ['controls', 'preload', 'src', 'aria-label'],
}
for (const tag of 'blockquote br em figcaption hr li s strong table tbody thead tr ul'.split(' '))
  attributesOf[tag] = []

const void_ = new Set(['br', 'hr', 'img', 'track'])
const classes = /^(?:steps|code|table|fees|center|end|callout-title|callout (?:note|tip|warning))$/
const ownFile = /^\/help\/files\/[0-9a-z-]+\/[^/?#]+$/i
const link = /^(?:https:\/\/[^/@]+\/|mailto:|#|\/)/

/** What is wrong; empty for an article's HTML. `ids` are those that come twice. */
export function wrongIn(html: string): string[] {
  const wrong: string[] = []
  const open: string[] = []
  const ids = new Set<string>()
  const attributeIs = (tag: string, name: string, value: string) => {
    if (!attributesOf[tag]?.includes(name)) wrong.push(`${tag} with ${name}`)
    if (name === 'class' && !classes.test(value)) wrong.push(`class ${value}`)
    if (name === 'src' && !ownFile.test(value)) wrong.push(`src ${value}`)
    if (name === 'href' && (!link.test(value) || value.startsWith('//'))) wrong.push(`href ${value}`)
    if (name === 'id' && (ids.has(value) || ids.size > ids.add(value).size)) wrong.push(`id ${value}`)
  }
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        if (!attributesOf[tag]) wrong.push(tag)
        if (!void_.has(tag)) open.push(tag)
        for (const [name, value] of Object.entries(attributes)) attributeIs(tag, name, value)
      },
      onclosetag(tag, implied) {
        if (!void_.has(tag) && (open.pop() !== tag || implied)) wrong.push(`end of ${tag}`)
      },
      oncomment: () => void wrong.push('comment'),
      onprocessinginstruction: () => void wrong.push('instruction'),
    },
    { lowerCaseTags: false, lowerCaseAttributeNames: false },
  )
  parser.write(html)
  parser.end()
  return wrong
}
