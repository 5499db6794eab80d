// The only door to what the desk proposes from what is said in it.
import './tables.ts'

export { jobs, schedule } from './jobs.ts'
export { routes } from './routes.ts'
