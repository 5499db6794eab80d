// What this module tells the others.
import type { DueClock } from '../../../contract/clocks.ts'
import type { ChannelName, Status } from '../../../contract/conversations.ts'

export interface ConversationEvents {
  /** One for each conversation that a transaction wrote to: its entries `from` to `to`. */
  'entries.appended': {
    from: number
    to: number
    /** Whether a customer, or staff, wrote a message among them. */
    customerWrote: boolean
    staffWrote: boolean
    /** Whether a message of the customer's is without an answer now. */
    customerWaits: boolean
  }
  /** Staff, or a rule, wrote messages to the customer, among the entries `from` to `to`. */
  'customer.answered': { channel: ChannelName; from: number; to: number }
  /** Entries `from` to `to` were said long ago, elsewhere: nobody is told of them, and nothing follows but that they are found. */
  'conversation.imported': { from: number; to: number }
  'conversation.opened': { customerId: string; status: Status; live: boolean }
  /** State other than entries: what it was before, as far as others route or count by it. */
  'conversation.changed': {
    status: Status
    previousStatus: Status
    assigneeId: string | null
    previousAssigneeId: string | null
    teamId: string | null
    previousTeamId: string | null
    live: boolean
    /** Where the tags are others now: labels of the desk, not anybody's words. */
    addedTags?: string[]
    /** Of the newest entry, and of the state, once this had happened. */
    seq: number
    version: number
  }
  /** The clock that its lists show is another one, or stands differently. */
  'clock.shown': { clock: DueClock | null }
  /** It goes on in another one, whose newest entry is `seq` now. */
  'conversation.merged': {
    intoId: string
    seq: number
    /** Whether a message of the customer's was without an answer in it. */
    customerWaits: boolean
  }
  /** Another team, or a colleague, was asked about a conversation; `number` is that of the question. */
  'side.opened': { ofId: string; staffId: string | null; number: number }
  /** It said something, in entry `seq`. */
  'side.answered': { ofId: string; seq: number; staffId: string | null }
  /** It is solved, or closed, as of this version. */
  'side.settled': { ofId: string; version: number }
  'conversation.unmerged': { fromId: string }
  'conversation.read': { by: 'desk' | 'customer'; seq: number }
  'entry.deleted': { seq: number }
  /** An answer that the customer, who can be reached by mail, has not read. */
  /** `noticeId` is the same for the same answer, so that it is announced once. */
  'answer.unread': { noticeId: string }
  /** A task is somebody's now, by somebody else's doing, or is due; `number` is that of its conversation. */
  'task.called': { staffId: string; why: 'given' | 'due'; number: number }
  'staff.mentioned': { staffIds: string[]; seq: number; number: number }
}

declare module '../../platform/events.ts' {
  interface Events extends ConversationEvents {}
}
