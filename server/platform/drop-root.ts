// Root may start a desk (ports, private checkouts), but must not serve it.
import { chownSync, existsSync, readdirSync, statSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { type RunAs, startedAsRoot } from './run-as.ts'

/**
 * Gives up root for good: groups, group and user become those of `runAs`, and the process moves into the data folder.
 * Does nothing when the process isn't root. Call it once everything is loaded and before the first request.
 *
 * Whatever is read afterwards must be readable by that user, and a checkout below a private folder (such as /root)
 * isn't: every module, page, translation and migration must be loaded eagerly before, with no `import()` after; the
 * embedded database must have been started, for its programs are copied out of such a folder while root still can.
 *
 * @returns whether root was given up
 * @throws Error when the process could take root back
 */
export function becomeUnprivileged(config: { runAs: RunAs | null; dataFolder: string }): boolean {
  const { runAs, dataFolder } = config
  // Written as root or never: the cache of compiled code lies in the checkout.
  flushCompileCache()
  if (!startedAsRoot()) return false
  if (!runAs || runAs.uid === 0)
    throw new Error('Ballast must not serve as root; name a user in BALLAST_USER')
  handOver(dataFolder, runAs)
  process.chdir(dataFolder)
  process.umask(0o077)
  process.setgroups?.([runAs.gid])
  process.setgid?.(runAs.gid)
  process.setuid?.(runAs.uid)
  if (canBeRootAgain()) throw new Error('The process could become root again; refusing to serve')
  return true
}

// Uploads and the key may have been made as root, before the account was known or by hand.
function handOver(folder: string, { uid, gid }: RunAs): void {
  for (const path of [folder, join(folder, 'secret.key'), ...everythingIn(join(folder, 'files'))]) {
    if (existsSync(path) && statSync(path).uid === 0) chownSync(path, uid, gid)
  }
}

// Looks deeper only where the top still belongs to root: a desk has too many files to visit at every start.
function everythingIn(folder: string): string[] {
  if (!existsSync(folder) || statSync(folder).uid !== 0) return []
  return [
    ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => join(folder, name)),
    folder,
  ]
}

function canBeRootAgain(): boolean {
  try {
    process.setuid?.(0)
    return true
  } catch {
    return process.getuid?.() === 0 || process.geteuid?.() === 0
  }
}
