// Root must not serve a desk; this names the unprivileged user and tells which folders that user can reach.
import { execFileSync } from 'node:child_process'
import { readFileSync, type Stats, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** The unprivileged account that a start as root ends up in. */
export type RunAs = { name: string; uid: number; gid: number }

export function startedAsRoot(): boolean {
  return process.getuid?.() === 0
}

/** Finds an account by its name or its numeric id; null when the machine doesn't know it. */
export function lookUpUser(nameOrId: string | number): RunAs | null {
  return fromPasswd(String(nameOrId)) ?? fromId(String(nameOrId))
}

function fromPasswd(nameOrId: string): RunAs | null {
  for (const line of readLines('/etc/passwd')) {
    const [name, , uid, gid] = line.split(':')
    if (name && (name === nameOrId || uid === nameOrId)) return { name, uid: Number(uid), gid: Number(gid) }
  }
  return null
}

// Accounts of a directory service (and all of macOS's) aren't in /etc/passwd; `id` asks the system.
function fromId(nameOrId: string): RunAs | null {
  if (!/^[\w.][\w.@-]*$/.test(nameOrId)) return null
  try {
    const ask = (flag: string) =>
      execFileSync('id', [flag, nameOrId], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
    return { name: ask('-un'), uid: Number(ask('-u')), gid: Number(ask('-g')) }
  } catch {
    return null
  }
}

/** The first folder on the way to `path` that `user` can't enter, or null when nothing is in the way. */
export function blockedFor(user: RunAs, path: string): string | null {
  const stops = ancestors(resolve(path))
  return stops.find(folder => existing(folder) && !mayEnter(user, statSync(folder))) ?? null
}

function ancestors(path: string): string[] {
  const parent = dirname(path)
  return parent === path ? [path] : [...ancestors(parent), path]
}

function mayEnter(user: RunAs, stat: Stats): boolean {
  if (stat.uid === user.uid) return (stat.mode & 0o100) !== 0
  if (stat.gid === user.gid) return (stat.mode & 0o010) !== 0
  return (stat.mode & 0o001) !== 0
}

/** The id of the account that owns `path`, or null when there is nothing. */
export function ownerOf(path: string): number | null {
  return existing(path)?.uid ?? null
}

function existing(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false })
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n')
  } catch {
    return []
  }
}
