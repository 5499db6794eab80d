// The only door to the desk's settings.
import './events.ts'
import './tables.ts'

export { settingsOf } from './queries.ts'
export { realtime } from './realtime.ts'
export { routes } from './routes.ts'
export { publicPart } from './rules.ts'
