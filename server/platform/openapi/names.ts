// A shape that has a name in the contract has the same name in the API's description.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** Schemas that the contract exports keep their names in the document. */
export async function nameContractSchemas(): Promise<void> {
  const folder = join(import.meta.dirname, '../../../contract')
  const files = readdirSync(folder).filter(name => /^[a-z-]+\.ts$/.test(name))
  for (const file of files) {
    const exported: Record<string, unknown> = await import(join(folder, file))
    for (const [name, schema] of Object.entries(exported)) {
      if (!(schema instanceof z.ZodType) || !worthAName.has(schema.def.type)) continue
      const known = z.globalRegistry.get(schema)
      if (!known?.id) z.globalRegistry.add(schema, { ...known, id: name })
    }
  }
}

const worthAName = new Set(['object', 'union', 'enum'])
