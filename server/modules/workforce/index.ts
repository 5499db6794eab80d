// The only door to this module.
import './events.ts'
import './tables.ts'

export { jobs, schedule } from './jobs.ts'
export {
  agentsAvailable,
  anybodyOnDuty,
  availableAgents,
  lastLeft,
  type Presence,
  presenceOf,
} from './queries.ts'
export { reactions } from './reactions.ts'
export { realtime } from './realtime.ts'
export { routes } from './routes.ts'
export { noteAssignment, setPresence } from './set-presence.ts'
