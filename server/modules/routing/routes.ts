// Who is on duty and how busy.
import { Presences } from '../../../contract/workforce.ts'
import { type Route, route } from '../../platform/routes.ts'
import { liveLoads } from '../conversations/index.ts'
import { staffNames } from '../identity/index.ts'
import { availableAgents } from '../workforce/index.ts'

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/presence',
    allow: 'workforce.read',
    tag: 'Workforce',
    summary: 'Who is on duty, and how many live conversations each has',
    answer: Presences,
    read: async ctx => {
      const [present, loads, names] = await Promise.all([
        availableAgents(ctx),
        liveLoads(ctx),
        staffNames(ctx),
      ])
      return {
        presences: present.map(({ staffId, available, capacity }) => ({
          staffId,
          available,
          capacity,
          name: names.get(staffId) ?? '',
          load: loads.get(staffId) ?? 0,
        })),
      }
    },
  }),
]
