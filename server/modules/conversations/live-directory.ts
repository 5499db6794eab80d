// Names for live frames, remembered for a moment: a busy desk must not ask for them with every message.
import type { Attachment } from '../../../contract/conversations.ts'
import { type Desk, system } from '../../platform/context.ts'
import { profilesOf } from '../customers/index.ts'
import { staffNames, teamNames } from '../identity/index.ts'
import { attachmentsOf } from '../safety/index.ts'
import type { ConversationRow } from './access.ts'
import type { Directory } from './shapes.ts'
import type { EntryRow } from './write.ts'

type Profile = { name: string | null; email: string | null; verified: boolean }

const namesForMs = 2_000
const profilesForMs = 10_000
const mostProfiles = 20_000

/** A directory that forgets; names that change are right again within seconds. */
function createLiveDirectory(desk: Desk) {
  const profiles = new Map<string, { profile: Profile; until: number }>()
  let names:
    | { staff: ReadonlyMap<string, string>; teams: ReadonlyMap<string, string>; until: number }
    | undefined
  const ctx = () => desk.read(system('realtime'))

  async function freshNames(now: number) {
    if (names && names.until > now) return names
    const [staff, teams] = await Promise.all([staffNames(ctx()), teamNames(ctx())])
    names = { staff, teams, until: now + namesForMs }
    return names
  }

  async function freshProfiles(ids: string[], now: number): Promise<Map<string, Profile>> {
    const missing = ids.filter(id => (profiles.get(id)?.until ?? 0) <= now)
    if (missing.length > 0) {
      if (profiles.size > mostProfiles) profiles.clear()
      for (const [id, profile] of await profilesOf(ctx(), missing))
        profiles.set(id, { profile, until: now + profilesForMs })
    }
    return new Map(
      ids.map(id => [id, profiles.get(id)?.profile ?? { name: null, email: null, verified: false }]),
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
