// Everything that is written by a program from something else: `npm run gen` writes it, `npm run check` compares it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import openapiTS, { astToString } from 'openapi-typescript'
import { describeApi } from '../server/platform/openapi.ts'
import { routes } from '../server/routes.ts'
import { describeSchema } from './catalogue.ts'
import { createDatabase, stopOwnServer } from './databases.ts'
import { root } from './files.ts'

/** The content of each generated file by its path. Starts a database for a moment. */
export async function generate(): Promise<Record<string, string>> {
  const [api, schema] = await Promise.all([fromRoutes(), fromDatabase()])
  return { ...api, 'migrations/schema.md': schema }
}

/** The paths of the generated files whose content on disk is another. */
export async function outdated(): Promise<string[]> {
  const files = Object.entries(await generate())
  return files.filter(([path, content]) => read(path) !== content).map(([path]) => path)
}

function read(path: string): string | null {
  try {
    return readFileSync(join(root, path), 'utf8')
  } catch {
    return null
  }
}

async function fromRoutes(): Promise<Record<string, string>> {
  const description = await describeApi(routes)
  const types = astToString(await openapiTS(description as never, { alphabetize: true, silent: true }))
  return {
    'docs/openapi.json': `${JSON.stringify(description, null, 2)}\n`,
    'web/api/schema.d.ts': `// The shapes of the API for its clients; written by “npm run gen”.\n${types}`,
  }
}

async function fromDatabase(): Promise<string> {
  const database = await createDatabase()
  try {
    return await describeSchema(database.connection)
  } finally {
    await database.drop()
    await stopOwnServer()
  }
}
