// Prose grows old quietly; this holds it to what can be compared cheaply: links, paths, commands and settings.
import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { suite, test } from 'node:test'
import { root } from './files.ts'

interface Page {
  path: string
  text: string
}

const read = (path: string) => readFileSync(join(root, path), 'utf8')
const pages: Page[] = globSync('{*.md,docs/**/*.md,server/**/*.md,web/**/*.md,demo/**/*.md}', {
  cwd: root,
  exclude: ['**/node_modules', '**/dist'],
}).map(path => ({ path: path.replaceAll('\\', '/'), text: read(path) }))
const manifest: { scripts: object; dependencies: object } = JSON.parse(read('package.json'))
const guide = read('docs/operators-guide.md')
const config = read('server/platform/config.ts')

const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(match => match[1] ?? '')
const withoutCode = (text: string) => text.replace(/^```[^]*?^```$/gm, '').replace(/`[^`\n]*`/g, '``')
const there = (page: string, path: string) =>
  existsSync(join(root, path)) || existsSync(join(root, dirname(page), path))

function brokenLinks({ path: page, text }: Page): string[] {
  const links = matches(withoutCode(text), /\]\(([^()\s]+)\)/g).filter(
    link => !/^(https?|mailto):/.test(link),
  )
  return links.filter(link => {
    const [path, anchor] = link.split('#') as [string, string?]
    const target = path ? join(dirname(page), path) : page
    if (path && !existsSync(join(root, target))) return true
    return anchor !== undefined && !anchorsOf(target === page ? text : read(target)).includes(anchor)
  })
}

const anchorsOf = (text: string): string[] =>
  matches(text, /^#+ (.+)$/gm).map(heading =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  )

/** Made by commands, so not there in a fresh clone. */
const made = /^(dist|data|node_modules)(\/|$)/

/** What stands between backticks, has a slash, and begins like something that exists, is a path; `<…>` and `*` are placeholders. */
function missingPaths({ path: page, text }: Page): string[] {
  const candidates = matches(text, /`([\w.@-]+\/[\w./@-]*)`/g).filter(path => !made.test(path))
  return candidates.filter(path => there(page, path.split('/')[0]!) && !there(page, path))
}

function unknownScripts({ text }: Page): string[] {
  const named = [...matches(text, /npm run ([\w:-]+)/g), ...matches(text, /npm (start|test)\b/g)]
  return named.filter(name => !Object.hasOwn(manifest.scripts, name))
}

const readByConfig = (source: string): string[] => matches(source, /\bread\.\w+\(\s*'([A-Z_]+)'/g)
const inGuide = (text: string): string[] => matches(text, /^\| `([A-Z][A-Z_]+)` \|/gm)
const sorted = (names: string[]): string[] => [...new Set(names)].sort()

function everyPage(name: string, faultsOf: (page: Page) => string[], refuses: string, accepts: string): void {
  suite(name, () => {
    for (const page of pages) test(page.path, () => assert.deepEqual(faultsOf(page), []))
    test(`refuses ${refuses}`, () =>
      assert.equal(faultsOf({ path: 'docs/made-up.md', text: refuses }).length, 1))
    test(`accepts ${accepts}`, () =>
      assert.deepEqual(faultsOf({ path: 'docs/made-up.md', text: accepts }), []))
  })
}

everyPage('links lead somewhere', brokenLinks, '[x](nowhere.md)', '[x](../README.md) `[y](nowhere.md)`')
everyPage(
  'sections that are linked are there',
  brokenLinks,
  '# One\n[x](#two)',
  '# One & only\n[x](#one--only)',
)
everyPage('paths exist', missingPaths, '`server/nowhere.ts`', '`server/app.ts` `npm/other.ts` `dist/console`')
everyPage('npm scripts exist', unknownScripts, '`npm run nothing`', '`npm run check` `npm test` `npm ci`')

suite("the operator's guide names every setting of the environment", () => {
  test('holds', () => assert.deepEqual(sorted(inGuide(guide)), sorted(readByConfig(config))))
  test('finds a setting wherever its name stands', () =>
    assert.deepEqual(readByConfig(`read.parsed(\n 'NEW_ONE',\n`), ['NEW_ONE']))
  test('finds a row of the table', () => assert.deepEqual(inGuide('| `NEW_ONE` | none | x |'), ['NEW_ONE']))
})

test('the README counts the dependencies', () => {
  const counted = /\*\*(\d+) direct dependencies\*\*/.exec(read('README.md'))?.[1]
  assert.equal(Number(counted), Object.keys(manifest.dependencies).length)
})
