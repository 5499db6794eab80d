// Has @fastify/swagger write the document, on a server that only knows the shapes and is never listened to.
import { z } from 'zod'
import type { Route } from '../routes.ts'
import type { ApiDescription, Schema } from './description.ts'

const securitySchemes = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'ballast_session',
    description: 'A member of staff, signed in.',
  },
  apiKey: {
    type: 'http',
    scheme: 'bearer',
    description: 'A key made in the console, limited to its permissions.',
  },
  customerToken: { type: 'http', scheme: 'bearer', description: "A customer's session." },
}

/** Everything that the shapes say; what they don't, such as who may, is added by the caller. */
export async function fromSwagger(routes: readonly Route[], version: string): Promise<ApiDescription> {
  const [{ default: Fastify }, { default: swagger }, zodProvider] = await Promise.all([
    import('fastify'),
    import('@fastify/swagger'),
    import('fastify-type-provider-zod'),
  ])
  const app = Fastify({ routerOptions: { maxParamLength: 200 } })
  app.setValidatorCompiler(zodProvider.validatorCompiler)
  app.setSerializerCompiler(zodProvider.serializerCompiler)
  const named = zodProvider.createJsonSchemaTransform({})
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Ballast',
        version,
        description: 'Everything the console and the widget do, for your own programs.',
      },
      components: { securitySchemes: securitySchemes as never },
    },
    convertConstToEnum: false,
    transform: given => {
      const { querystring, params, ...rest } = given.schema as Record<string, z.ZodType>
      const { schema, url } = named({ ...given, schema: rest as never })
      const inlined = {
        ...(querystring && { querystring: inline(querystring) }),
        ...(params && { params: inline(params) }),
      }
      return { schema: { ...schema, ...inlined }, url }
    },
    transformObject: zodProvider.createJsonSchemaTransformObject({}),
  })
  for (const route of routes) app.route({ ...shapeOf(route), handler: () => {} })
  await app.ready()
  const document = app.swagger() as unknown as ApiDescription
  await app.close()
  return document
}

function shapeOf({ method, path, summary, tag, params, query, body, answer }: Route) {
  return {
    method,
    url: path.replace(/\{(\w+)\}/g, ':$1'),
    schema: {
      summary,
      tags: [tag],
      ...(params && { params }),
      ...(query && { querystring: query }),
      ...(body && { body }),
      response: { 200: answer },
    },
  }
}

// Parameters are listed one by one, so their schema must not be a reference.
function inline(schema: z.ZodType): Schema {
  const nameless = z.registry<Record<string, unknown>>()
  nameless.get = part => {
    const { id: _, ...rest } = z.globalRegistry.get(part) ?? {}
    return rest as never
  }
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    metadata: nameless,
  })
  return json
}
