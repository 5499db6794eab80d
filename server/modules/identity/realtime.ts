// Connections outlive requests, so what changes about a person has to reach their open sockets by itself.
import { type Actor, nobody } from '../../platform/context.ts'
import type { DeskEvent } from '../../platform/events.ts'
import type { Connection } from '../../platform/hub.ts'
import type { Live, Realtime } from '../../platform/realtime.ts'
import { actorOfSession } from './authenticate.ts'

const sessionOf = (actor: Actor): string | null => (actor.kind === 'staff' ? actor.sessionId : null)

/** Closes the sockets of sessions that are over. */
async function closeEnded({ hub }: Live, events: DeskEvent[]): Promise<void> {
  const ended = new Set((events as DeskEvent<'session.ended'>[]).flatMap(event => event.data.sessionIds))
  hub.close(({ actor }) => ended.has(sessionOf(actor) ?? ''), 'signed_out', 0)
}

/** Gives open sockets the person's new permissions and teams, and shows them out of where they may not be any more. */
async function refreshChanged(live: Live, events: DeskEvent[]): Promise<void> {
  const changed = new Set((events as DeskEvent<'staff.changed'>[]).map(event => event.data.staffId))
  const theirs = [...live.hub.connections()].filter(
    ({ actor }) => actor.kind === 'staff' && changed.has(actor.id),
  )
  for (const connection of theirs) {
    if (await refresh(live, connection)) await live.recheck(connection)
  }
}

/** Whether the connection's session still stands; if not, it is closed. */
async function refresh({ desk, hub }: Live, connection: Connection): Promise<boolean> {
  const sessionId = sessionOf(connection.actor)
  const actor = sessionId ? await actorOfSession(desk, sessionId) : nobody
  if (actor.kind === 'staff') connection.actor = actor
  else hub.close(other => other === connection, 'signed_out', 0)
  return actor.kind === 'staff'
}

export const realtime: Realtime = {
  events: { 'session.ended': closeEnded, 'staff.changed': refreshChanged },
  // A session may end after its socket was let in and before the hub knew it: the end found nothing to close then.
  connected: async (live, connection) => {
    if (sessionOf(connection.actor)) await refresh(live, connection)
  },
}
