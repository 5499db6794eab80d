// Only what the API uses is described, under the plainest name there is.
import { z } from 'zod'
import { ErrorBody, errorStatus } from '../../../contract/errors.ts'
import type { ApiDescription, Schema } from './description.ts'

/** Adds the error, drops what nothing refers to, and names input shapes plainly where no output has their name. */
export function tidyComponents(document: ApiDescription): ApiDescription {
  const { $schema: _, ...error } = z.toJSONSchema(ErrorBody, { metadata: z.registry() })
  const statuses = [...new Set(Object.values(errorStatus))].sort((one, other) => one - other).join(', ')
  document.components.responses = {
    Error: {
      description: `Not done; \`code\` says why and stays the same, \`message\` is for people. Status: ${statuses}.`,
      content: { 'application/json': { schema: { $ref: reference('ErrorBody') } } },
    },
  }
  const all: Record<string, Schema> = { ...document.components.schemas, ErrorBody: error }
  const used = reachable(document, all)
  const names = new Map([...used].map(name => [name, plainName(name, used, all)]))
  document.components.schemas = Object.fromEntries(
    [...names]
      .map(([name, plain]) => [plain, all[name]!] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  )
  return JSON.parse(JSON.stringify(document), (key, value) => {
    if (key === '$ref' && typeof value === 'string') return rename(value, names)
    return value && typeof value === 'object' ? plainSchema(value) : value
  })
}

// What every reader knows from the format or the type would bury what is particular to a field.
function plainSchema(schema: Schema): Schema {
  if (schema.format) delete schema.pattern
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
  if (schema.additionalProperties === false) delete schema.additionalProperties
  return schema
}

const prefix = '#/components/schemas/'
const reference = (name: string) => `${prefix}${name}`

function plainName(name: string, used: Set<string>, all: Record<string, Schema>): string {
  const plain = name.replace(/Input$/, '')
  const same = JSON.stringify(all[name]).replace(/Input"/g, '"') === JSON.stringify(all[plain])
  return plain === name || !used.has(plain) || same ? plain : name
}

function rename(ref: string, names: Map<string, string>): string {
  const name = ref.startsWith(prefix) ? ref.slice(prefix.length) : ''
  return names.has(name) ? reference(names.get(name)!) : ref
}

function reachable(document: ApiDescription, all: Record<string, Schema>): Set<string> {
  const found = new Set<string>()
  const search = (value: unknown) => {
    for (const [, name] of JSON.stringify(value).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (found.has(name!) || !all[name!]) continue
      found.add(name!)
      search(all[name!])
    }
  }
  search([document.paths, document.components.responses])
  return found
}
