// The only door to customers and their sessions.
import './events.ts'
import './tables.ts'

export { noteContact } from './change-profile.ts'
export { addressesOf, customersOfAddresses, type Writer } from './customer-of-address.ts'
export { customersLike } from './find-customers.ts'
export { jobs, schedule } from './jobs.ts'
export { askForLink, linkToMail, lookAtLink } from './mail-links.ts'
export { customerOf, profilesOf, tiersOf } from './queries.ts'
export { realtime } from './realtime.ts'
export { routes } from './routes.ts'
export { authenticateCustomer } from './session-rows.ts'
export {
  enterByLink,
  enterByToken,
  leaveSite,
  readerOf,
  type SiteReader,
  type SiteSession,
} from './site-sessions.ts'
export { customersInTier } from './tiers.ts'
