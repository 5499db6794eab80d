// One node of the desk as a process of its own, under a supervisor that starts it again at once.
import { type ChildProcess, spawn } from 'node:child_process'
import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../files.ts'
import { until } from './waiting.ts'

export interface NodeProcess {
  base: string
  port: number
  readonly pid: number
  /** How often it ended without being asked to. */
  readonly crashes: number
  start(env?: Record<string, string>): Promise<void>
  /** Kills it; the supervisor starts it again unless `stay` is set. */
  kill(signal: 'SIGKILL' | 'SIGTERM', options?: { stay?: boolean }): void
  /** Ends it for good. */
  stop(): Promise<void>
  ready(): Promise<boolean>
  /** Memory of the process in MB. */
  memory(): number
}

export interface NodeOptions {
  port: number
  logFile: string
  env: Record<string, string>
}

const all = new Set<NodeProcess>()

/** Ends what a fault left behind when it broke off. */
export const endAll = async (): Promise<void> => void (await Promise.all([...all].map(node => node.stop())))

/** Doesn't start it yet. */
export function createNode({ port, logFile, env }: NodeOptions): NodeProcess {
  const base = `http://127.0.0.1:${port}`
  let child: ChildProcess | undefined
  let more: Record<string, string> = {}
  let wanted = false
  let asked = false
  let crashes = 0

  function spawnOne(): void {
    asked = false
    const started = spawn(process.execPath, [join(root, 'server/main.ts'), 'serve'], {
      cwd: root,
      env: {
        PATH: process.env.PATH,
        ...env,
        ...more,
        PORT: String(port),
        HOST: '127.0.0.1',
        LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [started.stdout, started.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => appendFileSync(logFile, text))
    started.once('exit', (code, signal) => {
      appendFileSync(logFile, `-- ended: ${code ?? signal}\n`)
      if (!asked) crashes++
      if (child === started && wanted) spawnOne()
    })
    child = started
  }

  async function ready(): Promise<boolean> {
    const answer = await fetch(`${base}/readyz`, { signal: AbortSignal.timeout(1_000) })
    await answer.arrayBuffer()
    return answer.ok
  }

  const node: NodeProcess = {
    base,
    port,
    get pid() {
      return child!.pid!
    },
    get crashes() {
      return crashes
    },
    start: async (given = more) => {
      more = given
      wanted = true
      if (!child || child.exitCode !== null || child.signalCode !== null) spawnOne()
      await until(`the node on port ${port} is ready`, ready, 30)
    },
    kill: (signal, { stay = false } = {}) => {
      wanted = !stay
      asked = true
      child?.kill(signal)
    },
    stop: async () => {
      wanted = false
      asked = true
      const running = child
      if (!running || running.exitCode !== null || running.signalCode !== null) return
      const left = new Promise(resolve => running.once('exit', resolve))
      running.kill('SIGTERM')
      const forced = setTimeout(() => running.kill('SIGKILL'), 12_000)
      await left
      clearTimeout(forced)
    },
    ready,
    memory: () => {
      const status = readFileSync(`/proc/${child!.pid}/status`, 'utf8')
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024
    },
  }
  all.add(node)
  return node
}
