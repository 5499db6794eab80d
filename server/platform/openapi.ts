// Describes the API from the routes themselves, so that the description can't be older than the server.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { tidyComponents } from './openapi/components.ts'
import type { ApiDescription, Operation } from './openapi/description.ts'
import { nameContractSchemas } from './openapi/names.ts'
import { fromSwagger } from './openapi/swagger.ts'
import type { Allow, Route } from './routes.ts'

export type { ApiDescription, Operation, Schema } from './openapi/description.ts'

/** Serves the description at /api/openapi.json; it is made when it is first asked for, not at start. */
export function addApiDescription(app: FastifyInstance, routes: readonly Route[]): void {
  let made: Promise<string> | undefined
  app.get('/api/openapi.json', { schema: { hide: true } as never }, async (_, reply) => {
    made ??= describeApi(routes).then(description => JSON.stringify(description))
    return reply
      .header('content-type', 'application/json; charset=utf-8')
      .serializer(String)
      .send(await made)
  })
}

/** The OpenAPI document of these routes. Needs no database and no running server. */
export async function describeApi(routes: readonly Route[]): Promise<ApiDescription> {
  await nameContractSchemas()
  const described = routes.filter(route => route.path.startsWith('/api/'))
  const document = await fromSwagger(described, versionOfThis())
  for (const route of described) {
    const operation = document.paths[route.path]?.[route.method.toLowerCase()]
    if (operation) complete(operation, route)
  }
  return tidyComponents(document)
}

function versionOfThis(): string {
  const file = join(import.meta.dirname, '../../package.json')
  return JSON.parse(readFileSync(file, 'utf8')).version
}

const bytes = { type: 'string', format: 'binary' }

function complete(operation: Operation, { method, path, allow, upload, mail, answer }: Route): void {
  operation.operationId = operationId(method, path)
  operation.description = whoMay(allow)
  operation.security = security(allow)
  operation.responses.default = { $ref: '#/components/responses/Error' }
  const success = operation.responses['200']
  if (success) success.description = 'Done.'
  // JSON is never answered as bare text, so this is a download.
  if (success && answer.def.type === 'string')
    success.content = { 'application/octet-stream': { schema: bytes } }
  if (mail) operation.requestBody = { required: true, content: { 'message/rfc822': { schema: bytes } } }
  if (!upload) return
  const file = { type: 'object', properties: { file: bytes }, required: ['file'] }
  operation.requestBody = { required: true, content: { 'multipart/form-data': { schema: file } } }
}

/** `PATCH /api/conversations/{id}/entries/{seq}` -> `patchConversationsByIdEntriesBySeq`. */
function operationId(method: string, path: string): string {
  const words = path
    .replace(/^\/api\//, '')
    .replace(/\{(\w+)\}/g, 'by-$1')
    .split(/[/_.-]+/)
  return method.toLowerCase() + words.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join('')
}

function whoMay(allow: Allow): string {
  if (allow === 'public') return 'Open to everybody.'
  if (allow === 'staff') return 'For staff who are signed in.'
  if (allow === 'customer') return 'For customers.'
  return `Needs the permission \`${allow}\`.`
}

function security(allow: Allow): Record<string, string[]>[] {
  if (allow === 'public') return []
  if (allow === 'customer') return [{ customerToken: [] }]
  return allow === 'staff' ? [{ session: [] }] : [{ session: [] }, { apiKey: [] }]
}
