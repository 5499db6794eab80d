// The only door to what the desk promises.
import './events.ts'
import './tables.ts'

export { jobs, schedule } from './jobs.ts'
export { openCalendars } from './offer.ts'
export { matches } from './policy.ts'
export { predictedTimes } from './predicted-times.ts'
export { reactions } from './reactions.ts'
export { responseTimes } from './response-times.ts'
export { routes } from './routes.ts'
