// The only door to what the desk sends out.

export { reactions } from './reactions.ts'
export { type NewMail, sendMail } from './send-mail.ts'
