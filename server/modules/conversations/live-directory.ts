// Names for live frames, remembered for a moment: a busy desk must not ask for them with every message.
import type { Attachment } from '../../../contract/conversations.ts'
import { type Desk, system } from '../../platform/context.ts'
import { profilesOf } from '../customers/index.ts'
import { staffNames, teamNames } from '../identity/index.ts'
import { attachmentsOf } from '../safety/index.ts'
import type { ConversationRow } from './access.ts'
import type { Directory } from './shapes.ts'
import type { EntryRow } from './write.ts'

type Profile = { name: string | null; email: string | null; verified: boolean; tier: string | null }

const namesForMs = 2_000
const profilesForMs = 10_000
/** What is older than it should be is still shown while it is asked for again, but not for longer than this. */
const shownForMs = 60_000
const mostProfiles = 20_000

interface Names {
  staff: ReadonlyMap<string, string>
  teams: ReadonlyMap<string, string>
  at: number
}

/** A directory that forgets; names that change are right again within seconds. */
function createLiveDirectory(desk: Desk) {
  const profiles = new Map<string, { profile: Profile; at: number }>()
  let names: Names | undefined
  let asking = false
  const ctx = () => desk.read(system('realtime'))

  async function askNames(now: number): Promise<Names> {
    const [staff, teams] = await Promise.all([staffNames(ctx()), teamNames(ctx())])
    names = { staff, teams, at: now }
    return names
  }

  async function askProfiles(ids: string[], now: number): Promise<void> {
    if (profiles.size > mostProfiles) profiles.clear()
    for (const [id, profile] of await profilesOf(ctx(), ids)) profiles.set(id, { profile, at: now })
  }

  /** Nobody's message waits for it, one question at a time is enough, and a failed one is asked again with the next message. */
  function later(ask: () => Promise<unknown>): void {
    if (asking) return
    asking = true
    ask()
      .catch(error => desk.log.warn({ err: error }, 'names could not be read'))
      .finally(() => {
        asking = false
      })
  }

  async function freshNames(now: number): Promise<Names> {
    if (!names || names.at + shownForMs <= now) return askNames(now)
    if (names.at + namesForMs <= now) later(() => askNames(now))
    return names
  }

  async function freshProfiles(ids: string[], now: number): Promise<Map<string, Profile>> {
    const olderThan = (ms: number) =>
      ids.filter(id => (profiles.get(id)?.at ?? Number.NEGATIVE_INFINITY) + ms <= now)
    const missing = olderThan(shownForMs)
    if (missing.length > 0) await askProfiles(missing, now)
    const old = olderThan(profilesForMs)
    if (old.length > 0) later(() => askProfiles(old, now))
    return new Map(
      ids.map(id => [
        id,
        profiles.get(id)?.profile ?? { name: null, email: null, verified: false, tier: null },
      ]),
    )
  }

  return {
    forRows: async (rows: ConversationRow[], entries: EntryRow[]): Promise<Directory> => {
      const now = performance.now()
      const files = entries.flatMap(entry => entry.attachment_ids)
      const [{ staff, teams }, customers, attachments] = await Promise.all([
        freshNames(now),
        freshProfiles([...new Set(rows.map(row => row.customer_id))], now),
        files.length > 0 ? attachmentsOf(ctx(), files) : new Map<string, Attachment>(),
      ])
      return { staff, teams, customers, attachments }
    },
    forget: () => {
      names = undefined
      profiles.clear()
    },
  }
}

const directories = new WeakMap<Desk, LiveDirectory>()

/** The desk's one directory on this node. */
export function liveDirectory(desk: Desk): LiveDirectory {
  const known = directories.get(desk)
  if (known) return known
  const directory = createLiveDirectory(desk)
  directories.set(desk, directory)
  return directory
}

export type LiveDirectory = ReturnType<typeof createLiveDirectory>
