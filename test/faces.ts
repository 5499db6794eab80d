// Tests that look at the built faces must never look at yesterday's.
import { spawn } from 'node:child_process'
import { globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './files.ts'

const sources = 'web/**/*,look/**/*,locales/**/*,contract/**/*,rules/**/*,package-lock.json'.split(',')

/** Each face, and a file that its build writes. */
const faces = { console: 'dist/console/index.html', widget: 'dist/widget/loader.js' }

/** Builds the faces that are missing or older than what they are made of. Throws with the build's output. */
export async function buildFaces(say: (line: string) => void): Promise<void> {
  const newest = Math.max(...sources.flatMap(pattern => globSync(pattern, { cwd: root })).map(changed))
  for (const [face, built] of Object.entries(faces)) {
    if (changed(built) > newest) continue
    say(`Building the ${face} …`)
    await build(face)
  }
}

const changed = (path: string): number => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0

async function build(face: string): Promise<void> {
  const args = ['web/build.ts', face]
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', chunk => {
      output += chunk
    })
  }
  const code = await new Promise(resolve => child.once('exit', resolve))
  if (code !== 0) throw new Error(`The ${face} can't be built:\n${output}`)
}
