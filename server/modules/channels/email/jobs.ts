// Reads what came, sends what is written down, and forgets what was sent long ago.
import { type Desk, system } from '../../../platform/context.ts'
import type { Job, Schedule } from '../../../platform/jobs.ts'
import type { OwnJob } from '../../../platform/own-jobs.ts'
import { acknowledgeMails } from './acknowledge.ts'
import { deliver } from './deliver.ts'
import { readLeftMails, readMail, readMails } from './read-mail.ts'

const daysKept = 30

async function clean(desk: Desk): Promise<void> {
  await desk.transact(system('cleanOutgoingMails'), async ({ db, now }) => {
    const longAgo = new Date(now.getTime() - daysKept * 86_400_000)
    await db.deleteFrom('outgoing_mails').where('created_at', '<', longAgo).execute()
  })
}

export const jobs: Record<string, Job> = {
  readMail,
  acknowledgeMails,
  readLeftMails,
  sendMail: deliver,
  cleanOutgoingMails: clean,
}

export const ownTasks: Record<string, OwnJob> = { readMails }

export const schedule: Schedule = {
  readLeftMails: { everySeconds: 5, task: 'readLeftMails' },
  cleanOutgoingMails: { everySeconds: 86_400, task: 'cleanOutgoingMails' },
}
