// `npm run gen`: writes the files that are made from the routes and from the database's catalogue. `--check` only compares.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './files.ts'
import { generate, outdated } from './generated.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

if (process.argv.includes('--check')) {
  const files = await outdated()
  for (const path of files) say(`${path} is older than what it is made from: run “npm run gen”.`)
  if (files.length > 0) process.exitCode = 1
} else {
  for (const [path, content] of Object.entries(await generate())) {
    writeFileSync(join(root, path), content)
    say(`wrote ${path}`)
  }
}
