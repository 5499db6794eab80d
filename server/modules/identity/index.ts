// The only door to staff, their sessions and keys, and to the audit log.
import './events.ts'
import './tables.ts'

export { addressKey, countAttempt } from './attempts.ts'
export { audit, type Subject } from './audit.ts'
export { authenticateStaff, keyPrefix } from './authenticate.ts'
export { createAdministrator, firstAdministratorLink } from './first-administrator.ts'
export { jobs, schedule } from './jobs.ts'
export { linkForMail } from './links.ts'
export {
  actorForStaff,
  type Colleague,
  leadsOf,
  membersOf,
  publicTeamNames,
  staffBehind,
  staffByEmail,
  staffById,
  staffNames,
  teamById,
  teamIdsByStaff,
  teamNames,
} from './queries.ts'
export { realtime } from './realtime.ts'
export { routes } from './routes.ts'
