// Writes a JSON schema the way programmers think of it: as a type, with links to the shapes that have a name.
import type { Schema } from '../openapi.ts'

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const escape = (text: string): string => text.replace(/[&<>"']/g, sign => entities[sign]!)

/** HTML of a schema; `depth` is how far the lines are indented. */
export function renderShape(schema: Schema, depth = 0): string {
  if (typeof schema.$ref === 'string') return link(schema.$ref)
  const choices = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined
  if (choices) return choices.map(choice => renderShape(choice, depth)).join(' | ')
  const parts = schema.allOf as Schema[] | undefined
  if (parts) return parts.map(part => renderShape(part, depth)).join(' &amp; ')
  if ('const' in schema) return escape(JSON.stringify(schema.const))
  const values = schema.enum as unknown[] | undefined
  if (values) return values.map(value => escape(JSON.stringify(value))).join(' | ')
  if (Array.isArray(schema.type)) {
    return schema.type.map(type => renderShape({ ...schema, type }, depth)).join(' | ')
  }
  if (schema.type === 'array')
    return `(${renderShape((schema.items ?? {}) as Schema, depth)})[]`.replace(/^\((<a[^|]*|\w+)\)/, '$1')
  if (schema.type === 'object') return renderObject(schema, depth)
  return (typeof schema.type === 'string' ? schema.type : 'anything') + limits(schema)
}

function link(ref: string): string {
  const name = escape(ref.split('/').at(-1)!)
  return `<a href="#shape-${name}">${name}</a>`
}

function renderObject({ properties, required, additionalProperties }: Schema, depth: number): string {
  const indent = '  '.repeat(depth + 1)
  const needed = new Set((required as string[] | undefined) ?? [])
  const lines = Object.entries((properties ?? {}) as Record<string, Schema>).map(([name, schema]) => {
    const about = schema.description ? ` <i>// ${escape(String(schema.description))}</i>` : ''
    return `${indent}${escape(name)}${needed.has(name) ? '' : '?'}: ${renderShape(schema, depth + 1)}${about}`
  })
  if (additionalProperties && typeof additionalProperties === 'object') {
    lines.push(`${indent}[key]: ${renderShape(additionalProperties as Schema, depth + 1)}`)
  }
  return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n${'  '.repeat(depth)}}`
}

/** What a value must keep to, such as ` (uuid)` or ` (at most 200)`. */
function limits({ format, minLength, maxLength, minimum, maximum }: Schema): string {
  const least = minLength ?? minimum
  const most = maxLength ?? maximum
  const said = [
    format,
    typeof least === 'number' ? `at least ${least}` : '',
    typeof most === 'number' ? `at most ${most}` : '',
  ]
  const text = said.filter(Boolean).join(', ')
  return text ? ` <i>(${escape(text)})</i>` : ''
}
