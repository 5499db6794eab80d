// Work of this module that is done later or comes round by itself.

import { system } from '../../platform/context.ts'
import { type Job, type Schedule } from '../../platform/jobs.ts'
import { foldCounts } from './counts.ts'
import { handOverAbandoned } from './presence.ts'
import { tellSame } from './same-requests.ts'
import { wake } from './solve.ts'
import { remindTask } from './tasks.ts'
import { announceUnread } from './unread-notice.ts'

export const jobs: Record<string, Job> = {
  announceUnread,
  foldCounts,
  handOverAbandoned,
  tellSame,
  remindTask,
  wakeConversation: (desk, { conversationId }) =>
    desk.transact(system('wakeConversation'), ctx => wake(ctx, String(conversationId))),
}

export const schedule: Schedule = {
  foldCounts: { everySeconds: 5, task: 'foldCounts' },
  handOverAbandoned: { everySeconds: 30, task: 'handOverAbandoned' },
}
