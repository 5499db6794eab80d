// An agent's own presence.
import { Done, done } from '../../../contract/common.ts'
import { SetPresence } from '../../../contract/workforce.ts'
import type { StaffActor } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import { type Route, route } from '../../platform/routes.ts'
import { presenceOf } from './queries.ts'
import { setPresence } from './set-presence.ts'

const own = { allow: 'workforce.write_own', tag: 'Workforce', path: '/api/presence/me' } as const

export const routes: readonly Route[] = [
  route({
    ...own,
    method: 'GET',
    summary: 'Whether you take live conversations, and how many',
    answer: SetPresence,
    read: async ctx => presenceOf(ctx, me(ctx.actor)),
  }),
  route({
    ...own,
    method: 'PUT',
    summary: 'Go on or off duty',
    body: SetPresence,
    answer: Done,
    write: async (ctx, { body }) => {
      await setPresence(ctx, { staffId: me(ctx.actor), ...body })
      return done
    },
  }),
]

/** Keys aren't on duty. */
function me(actor: { kind: string }): string {
  if (actor.kind !== 'staff') throw notFound()
  return (actor as StaffActor).id
}
