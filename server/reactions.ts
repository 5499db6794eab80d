// The map of every side effect: which handlers follow which event. Each name is the name of a job, so never rename lightly.
import { reactions as automation } from './modules/automation/index.ts'
import { reactions as channels } from './modules/channels/index.ts'
import { reactions as conversations } from './modules/conversations/index.ts'
import { reactions as notifications } from './modules/notifications/index.ts'
import { reactions as routing } from './modules/routing/index.ts'
import { reactions as sla } from './modules/sla/index.ts'
import { reactions as workforce } from './modules/workforce/index.ts'
import type { Reactions } from './platform/events.ts'

export const reactions: Reactions = {
  'invitation.created': { ...notifications['invitation.created'] },
  'reset.requested': { ...notifications['reset.requested'] },
  'customer_link.asked': { ...notifications['customer_link.asked'] },
  'staff.disabled': { ...workforce['staff.disabled'] },
  'staff.changed': { ...workforce['staff.changed'] },
  'entries.appended': {
    ...conversations['entries.appended'],
    ...sla['entries.appended'],
    ...automation['entries.appended'],
  },
  'conversation.imported': { ...conversations['conversation.imported'], ...sla['conversation.imported'] },
  'customer.answered': { ...conversations['customer.answered'], ...channels['customer.answered'] },
  'answer.unread': { ...notifications['answer.unread'] },
  'entry.deleted': { ...conversations['entry.deleted'], ...channels['entry.deleted'] },
  'staff.mentioned': { ...conversations['staff.mentioned'] },
  'conversation.opened': {
    ...conversations['conversation.opened'],
    ...sla['conversation.opened'],
    ...routing['conversation.opened'],
    ...automation['conversation.opened'],
  },
  'conversation.changed': {
    ...sla['conversation.changed'],
    ...routing['conversation.changed'],
    ...automation['conversation.changed'],
  },
  'side.answered': { ...conversations['side.answered'] },
  'side.settled': { ...conversations['side.settled'] },
  'conversation.merged': { ...sla['conversation.merged'] },
  'tier.changed': { ...sla['tier.changed'] },
  'presence.changed': { ...routing['presence.changed'] },
}

/** Reactions that nobody waits for: they follow the record of events, and let a surge pass first. */
export const background: ReadonlySet<string> = new Set([
  'indexAppended',
  'indexImported',
  'unindexDeleted',
  'planUnreadNotices',
  'clockOpened',
  'clockMessages',
  'clockChanges',
  'clockTiers',
  'clockMerges',
  'noticeSameRequests',
  'rulesOnOpening',
  'rulesOnMessages',
  'rulesOnChanges',
  'clockImported',
])
