// A process id in a file says little; it may be dead, a zombie, or a stranger's by now.
import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { hasCode } from '../errno.ts'

/** Whether a process with this id exists, whoever owns it. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return hasCode(error, 'EPERM')
  }
  return true
}

/** Whether this process is a living PostgreSQL that works in `folder` (as far as the system tells). */
export function isPostgresIn(folder: string, pid: number): boolean {
  if (!isRunning(pid)) return false
  if (process.platform === 'linux') return isPostgresOnLinux(folder, pid)
  if (process.platform === 'win32') return true
  return /postgres/.test(ask('ps', ['-o', 'comm=', '-p', String(pid)]))
}

function isPostgresOnLinux(folder: string, pid: number): boolean {
  const [, name, state] =
    /^\d+ \((.*)\) (\S)/s.exec(readOr('', () => readFileSync(`/proc/${pid}/stat`, 'utf8'))) ?? []
  if (name !== 'postgres' || state === 'Z') return false
  return readOr(folder, () => readlinkSync(`/proc/${pid}/cwd`)) === folder
}

function ask(program: string, args: string[]): string {
  return readOr('', () =>
    execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  )
}

function readOr(otherwise: string, read: () => string): string {
  try {
    return read()
  } catch {
    return otherwise
  }
}
