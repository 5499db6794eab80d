// The only door to the ways in which customers reach the desk.

import * as stoppedImports from './email/import/drop-stopped.ts'
import { jobs as mailJobs, schedule as mailSchedule } from './email/jobs.ts'
import * as strayFiles from './email/stray-files.ts'
import './tables.ts'

export { automaticTag } from './email/file-mail.ts'
export { type ImapWatch, watchImap } from './email/imap/watch.ts'
export { importFiles } from './email/import/import-files.ts'
export { type ImportWatch, watchImports } from './email/import/watch.ts'
export { ownTasks } from './email/jobs.ts'
export { mailboxAddresses } from './email/mailboxes.ts'
export { type Letter, type Notice, post, postNotice } from './email/outbox.ts'
export { postUnread } from './email/post-answers.ts'
export { reactions } from './email/reactions.ts'
export { listenForMail, type MailDoor, type MailListener } from './email/smtp-listener.ts'
export { suppress, wishIn } from './email/suppressions.ts'
export { type OpenedRequest, openRequest } from './form/open-request.ts'
export { routes } from './routes.ts'
export { isListedOrigin, widgetAncestors } from './widget/ancestors.ts'

export const jobs = { ...mailJobs, ...strayFiles.jobs, ...stoppedImports.jobs }
export const schedule = { ...mailSchedule, ...strayFiles.schedule }
