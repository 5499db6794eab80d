// The only door to this module.
import './tables.ts'

export { jobs, schedule } from './jobs.ts'
export { reactions } from './reactions.ts'
export { routes } from './routes.ts'
export { isUrgent } from './urgent.ts'
