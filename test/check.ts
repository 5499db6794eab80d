// `npm run check`: all that can be told from the code without running it, each step on one line, output only where it fails.
import { spawn } from 'node:child_process'
import { root } from './files.ts'

interface Step {
  name: string
  /** A script for Node and its arguments. */
  run: string[]
}

const compiler = 'node_modules/typescript-native/bin/tsc'

const steps: Step[] = [
  { name: 'lint', run: ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings', '.'] },
  { name: 'format', run: ['node_modules/@biomejs/biome/bin/biome', 'check', '--linter-enabled=false', '.'] },
  { name: 'generated files', run: ['test/gen.ts', '--check'] },
  { name: 'structure', run: ['--test', '--test-reporter=spec', 'test/structure.test.ts'] },
  { name: 'types of server and tests', run: [compiler, '-p', 'tsconfig.json'] },
  { name: 'types of console', run: [compiler, '-p', 'web/tsconfig.json'] },
  { name: 'types of widget', run: [compiler, '-p', 'web/widget/tsconfig.json'] },
]

const atOnce = 2
const waiting = [...steps]
await Promise.all(Array.from({ length: atOnce }, work))

async function work(): Promise<void> {
  for (let step = waiting.shift(); step; step = waiting.shift()) await take(step)
}

async function take({ name, run }: Step): Promise<void> {
  const started = performance.now()
  const { code, output } = await outcome(run)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  process.stdout.write(`${name} ${code === 0 ? 'ok' : 'failed'} (${seconds} s)\n`)
  if (code === 0) return
  process.exitCode = 1
  process.stdout.write(`${withoutPasses(output)}\n`)
}

function outcome(run: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, run, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', code => resolve({ code, output }))
  })
}

/** What a reader has to see: not the many tests that passed. */
function withoutPasses(output: string): string {
  const lines = output.split('\n').filter(line => !/^\s*(✔|▶|ℹ)/.test(line))
  return lines.join('\n').trim()
}
