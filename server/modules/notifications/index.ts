// The only door to what the desk sends out.
import './tables.ts'

export { jobs, schedule } from './jobs.ts'
export { reactions } from './reactions.ts'
export { type NewMail, sendMail } from './send-mail.ts'
