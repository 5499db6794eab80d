// One endpoint of the reference: what it does, who may, what it takes and what it answers.
import type { ApiDescription, Operation, Schema } from '../openapi.ts'
import { escape, renderShape } from './shape.ts'

export interface Endpoint {
  method: string
  path: string
  tag: string
  operation: Operation
}

/** All endpoints in the order of their paths. */
export const operationsOf = ({ paths }: ApiDescription): Endpoint[] =>
  Object.entries(paths)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path,
        tag: operation.tags?.[0] ?? 'other',
        operation,
      })),
    )

export function renderOperation({ method, path, operation }: Endpoint): string {
  const {
    operationId = '',
    summary = '',
    description = '',
    parameters = [],
    requestBody,
    responses,
  } = operation
  return `<article id="${escape(operationId)}">
<h3><a href="#${escape(operationId)}"><b>${method}</b> <code>${escape(path)}</code></a></h3>
<p>${escape(summary)} <span class="soft">${markCode(description)}</span></p>
${parameters.length > 0 ? renderParameters(parameters) : ''}
${renderContent('Takes', requestBody?.content)}
${renderContent('Answers', responses['200']?.content)}
</article>`
}

const markCode = (text: string) => escape(text).replace(/`([^`]+)`/g, '<code>$1</code>')

function renderParameters(parameters: NonNullable<Operation['parameters']>): string {
  const rows = parameters.map(({ name, in: place, required, description = '', schema }) => {
    const about = [place, required ? 'required' : '', description].filter(Boolean).join(', ')
    return `<tr><th scope="row"><code>${escape(name)}</code></th><td><code>${renderShape(schema)}</code></td><td class="soft">${escape(about)}</td></tr>`
  })
  return `<div class="wide" tabindex="0"><table><tbody>${rows.join('')}</tbody></table></div>`
}

function renderContent(title: string, content: Record<string, { schema: Schema }> | undefined): string {
  const [type, shape] = Object.entries(content ?? {})[0] ?? []
  if (!type || !shape) return ''
  const format = type === 'application/json' ? '' : ` <span class="soft">${escape(type)}</span>`
  return `<h4>${title}${format}</h4><pre tabindex="0">${renderShape(shape.schema)}</pre>`
}
