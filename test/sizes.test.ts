// What a reader has to download before anything works is a promise; this holds it to the byte.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { root } from './files.ts'

interface Chunk {
  file: string
  imports?: string[]
  css?: string[]
}
type Manifest = Record<string, Chunk>

interface Budget {
  face: 'console' | 'widget'
  until: string
  /** Sources whose chunks are needed, with all that they import statically. */
  roots: string[]
  kilobytes: number
}

const list = ['index.html', 'language/zh.ts']
const typing = [...list, 'thread/thread-pane.tsx', 'compose/composer.tsx']

const budgets: Budget[] = [
  { face: 'widget', until: 'the chat shows', roots: ['frame.html', 'texts/zh.ts'], kilobytes: 45 },
  { face: 'console', until: 'the list shows', roots: list, kilobytes: 300 },
  { face: 'console', until: 'typing works', roots: typing, kilobytes: 430 },
]

const dist = (face: string, file: string) => join(root, 'dist', face, file)
const gzipped = (path: string) => gzipSync(readFileSync(path), { level: 9 }).length

function manifestOf(face: string): Manifest {
  const path = dist(face, '.vite/manifest.json')
  assert.ok(existsSync(path), `${face} is not built: run “npm run build”`)
  return JSON.parse(readFileSync(path, 'utf8'))
}

/** All files that load when these sources do. */
function filesFor(manifest: Manifest, roots: string[]): Set<string> {
  const files = new Set<string>()
  const add = (name: string) => {
    const chunk = manifest[name]
    if (!chunk || files.has(chunk.file)) return
    files.add(chunk.file)
    for (const sheet of chunk.css ?? []) files.add(sheet)
    for (const next of chunk.imports ?? []) add(next)
  }
  for (const name of roots) {
    assert.ok(
      manifest[name],
      `${name} is no chunk of its own any more: say in test/sizes.test.ts what is needed now`,
    )
    add(name)
  }
  return files
}

for (const { face, until, roots, kilobytes } of budgets) {
  test(`${face} until ${until}: at most ${kilobytes} kB gzipped`, context => {
    const files = [...filesFor(manifestOf(face), roots)]
    const bytes = files.reduce((sum, file) => sum + gzipped(dist(face, file)), 0)
    context.diagnostic(`${face} until ${until}: ${(bytes / 1000).toFixed(1)} of ${kilobytes} kB`)
    assert.ok(bytes <= kilobytes * 1000, `${bytes} bytes: ${files.join(', ')}`)
  })
}

test('the loader has at most 5 kB gzipped and imports nothing', () => {
  const path = dist('widget', 'loader.js')
  assert.ok(gzipped(path) <= 5_000, `${gzipped(path)} bytes`)
  assert.doesNotMatch(readFileSync(path, 'utf8'), /\bimport\s*[({"'`]|\bexport\b/)
})

test('charts load only where there are charts', () => {
  for (const file of filesFor(manifestOf('console'), typing)) {
    assert.doesNotMatch(readFileSync(dist('console', file), 'utf8'), /recharts/, file)
  }
})

test('static imports are followed, lazy ones are not', () => {
  const manifest: Manifest = {
    'index.html': { file: 'a.js', imports: ['_b.js'], css: ['a.css'] },
    '_b.js': { file: 'b.js', imports: ['index.html'] },
    'charts/page.tsx': { file: 'c.js' },
  }
  assert.deepEqual([...filesFor(manifest, ['index.html'])], ['a.js', 'a.css', 'b.js'])
  assert.deepEqual([...filesFor(manifest, ['charts/page.tsx'])], ['c.js'])
  assert.throws(() => filesFor(manifest, ['gone.tsx']), /no chunk of its own/)
})
