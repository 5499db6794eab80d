// Open connections end with the session they were opened with, on whichever node they are.
import { sql } from 'kysely'
import type { DeskEvent } from '../../platform/events.ts'
import type { Connection, Hub } from '../../platform/hub.ts'
import type { Realtime } from '../../platform/realtime.ts'
import { forgetSessions } from './session-rows.ts'

export const realtime: Realtime = {
  events: {
    'customer_session.ended': async ({ desk, hub }, events) => {
      forgetSessions(desk)
      const ended = new Set(
        events.map(event => (event as DeskEvent<'customer_session.ended'>).data.sessionId),
      )
      closeWhere(hub, id => ended.has(id))
    },
  },
  // The session may have ended between the check of its token and the moment the connection was listed.
  connected: async ({ desk, hub }, { actor }: Connection) => {
    if (actor.kind !== 'customer') return
    const { rows } = await sql`select 1 from customer_sessions where id = ${actor.sessionId}
      and ended_at is null and expires_at > ${desk.clock()}`.execute(desk.read(actor).db)
    if (rows.length === 0) closeWhere(hub, id => id === actor.sessionId)
  },
}

function closeWhere(hub: Hub, matches: (sessionId: string) => boolean): void {
  hub.close(({ actor }) => actor.kind === 'customer' && matches(actor.sessionId), 'signed_out', 0)
}
