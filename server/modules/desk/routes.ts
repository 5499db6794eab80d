// Endpoints of the desk's settings.
import { ChangeDeskSettings, PublicDesk, VersionedDeskSettings } from '../../../contract/desk.ts'
import { route } from '../../platform/routes.ts'
import { changeSettings } from './change-settings.ts'
import { settingsOf, storedSettings } from './queries.ts'
import { publicPart } from './rules.ts'

const tag = 'Desk'

export const routes = [
  route({
    method: 'GET',
    path: '/api/desk',
    allow: 'public',
    summary: 'What everybody may know of this desk.',
    tag,
    answer: PublicDesk,
    read: async ctx => publicPart(await settingsOf(ctx)),
  }),
  route({
    method: 'GET',
    path: '/api/desk/settings',
    allow: 'settings.read',
    summary: 'The settings of this desk, and their version.',
    tag,
    answer: VersionedDeskSettings,
    read: ctx => storedSettings(ctx),
  }),
  route({
    method: 'PATCH',
    path: '/api/desk/settings',
    allow: 'settings.write',
    summary: 'Changes some settings; `version` is the one that was read.',
    tag,
    body: ChangeDeskSettings,
    answer: VersionedDeskSettings,
    write: (ctx, { body }) => changeSettings(ctx, body),
  }),
]
