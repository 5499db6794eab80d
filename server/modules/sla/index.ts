// The only door to what the desk promises.
import './events.ts'
import './tables.ts'

export { jobs } from './jobs.ts'
export { reactions } from './reactions.ts'
export { routes } from './routes.ts'
