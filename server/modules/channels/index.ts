// The only door to the ways in which customers reach the desk.
import './tables.ts'

export { automaticTag } from './email/file-mail.ts'
export { type ImapWatch, watchImap } from './email/imap/watch.ts'
export { type ImportWatch, watchImports } from './email/import/watch.ts'
export { jobs, ownTasks, schedule } from './email/jobs.ts'
export { mailboxAddresses } from './email/mailboxes.ts'
export { type Letter, type Notice, post, postNotice } from './email/outbox.ts'
export { reactions } from './email/reactions.ts'
export { listenForMail, type MailDoor, type MailListener } from './email/smtp-listener.ts'
export { type OpenedRequest, openRequest } from './form/open-request.ts'
export { routes } from './routes.ts'
export { isListedOrigin, widgetAncestors } from './widget/ancestors.ts'
