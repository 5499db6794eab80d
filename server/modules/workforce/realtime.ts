// Who is on duty, for everybody who watches the inbox; whether anybody is, for customers.
import { system } from '../../platform/context.ts'
import type { DeskEvent } from '../../platform/events.ts'
import type { Realtime } from '../../platform/realtime.ts'
import { noteConnectedStaff } from './absence.ts'
import { agentsAvailable, forgetDuty } from './queries.ts'

export const realtime: Realtime = {
  rooms: { desk: async () => true },
  events: {
    'presence.changed': async ({ desk, hub }, events) => {
      forgetDuty(desk)
      for (const { data } of events as DeskEvent<'presence.changed'>[]) {
        const { staffId, available } = data
        hub.send('inbox', 'staff', () => ({ type: 'availability', staffId, available }))
      }
      const anybody = await agentsAvailable(desk.read(system('presence')))
      hub.send('desk', 'customer', () => ({ type: 'desk', agentsAvailable: anybody }))
    },
  },
  joined: async ({ desk, hub }, connection, room) => {
    if (room !== 'desk') return
    const anybody = await agentsAvailable(desk.read(system('presence')))
    hub.sendTo(connection, { type: 'desk', agentsAvailable: anybody })
  },
  beat: noteConnectedStaff,
}
