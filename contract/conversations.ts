// Conversations and their entries as staff and customers see them. A customer's shape has no field that could hold a note.
import { z } from 'zod'
import { DueClock } from './clocks.ts'
import { EmailAddress, Id, Instant, LocaleTag, limits } from './common.ts'
import { Tier } from './customers.ts'

export const statuses = [
  'assistant',
  'queued',
  'open',
  'waiting',
  'on_hold',
  'snoozed',
  'solved',
  'closed',
  'merged',
] as const
/** In `merged` it goes on in another conversation. `waiting` means waiting for the customer. */
export const Status = z.enum(statuses)
export type Status = z.infer<typeof Status>

/** A conversation in one of these still needs the desk or the customer. */
export const activeStatuses = ['assistant', 'queued', 'open', 'waiting', 'on_hold', 'snoozed'] as const

export const priorities = ['low', 'normal', 'high', 'urgent'] as const
export const Priority = z.enum(priorities)
export type Priority = z.infer<typeof Priority>

/** How much work a conversation is, as far as it is known: by hand or by rules. */
export const complexities = ['simple', 'normal', 'complex'] as const
export const Complexity = z.enum(complexities)
export type Complexity = z.infer<typeof Complexity>

/** In `internal` nobody outside takes part: a question to another team, or to a colleague. */
export const channels = ['chat', 'form', 'email', 'api', 'internal'] as const
export const ChannelName = z.enum(channels)
export type ChannelName = z.infer<typeof ChannelName>

export const topics = [
  'account',
  'deposit',
  'withdrawal',
  'trading',
  'security',
  'api',
  'listing',
  'other',
] as const
export const Topic = z.enum(topics)
export type Topic = z.infer<typeof Topic>

export const Attachment = z.object({
  id: Id,
  name: z.string(),
  size: z.int(),
  type: z.string(),
  /** Shown in place; everything else is offered as a download. */
  image: z.boolean(),
})
export type Attachment = z.infer<typeof Attachment>

/** `participant`: somebody in copy, whom an agent has added; never the one whom the conversation is with. */
export const authorKinds = ['customer', 'participant', 'staff', 'assistant', 'system'] as const
export const Author = z.object({
  kind: z.enum(authorKinds),
  id: Id.nullable(),
  name: z.string().nullable(),
})
export type Author = z.infer<typeof Author>

/** System lines: what happened, as a code and values; each reader sees the sentence in their own language. */
export const customerLineCodes = [
  'opened',
  'queued',
  'joined',
  'handed_over',
  'no_agent',
  'customer_left',
  'contact_given',
  'secret_removed',
  'solved',
  'reopened',
  'closed',
  'merged_into',
  'merged_from',
  'unmerged',
  'unmerged_from',
  'same_as',
  'split_into',
  'split_from',
  'with_team',
] as const
export const staffLineCodes = [
  'assigned',
  'team_changed',
  'status_changed',
  'priority_changed',
  'complexity_changed',
  'topic_changed',
  'subject_changed',
  'tags_changed',
  'snoozed',
  'woken',
  'rule_ran',
  'task_added',
  'task_changed',
  'task_done',
  'task_reopened',
  'task_deleted',
  'task_due',
  'mail_from_other',
  'mail_bounced',
  'mail_failed',
  'mail_resent',
  'mail_unreadable',
  'mail_too_large',
  'mail_forwarded',
  'mail_forward_answered',
  'mail_forwarded_in',
  'first_reply_soon',
  'first_reply_late',
  'next_reply_soon',
  'next_reply_late',
  'resolution_soon',
  'resolution_late',
  'linked',
  'unlinked',
  'not_same',
  'side_asked',
  'side_answered',
  'side_settled',
] as const
export const LineCode = z.enum([...customerLineCodes, ...staffLineCodes])
export type LineCode = z.infer<typeof LineCode>
export const LineValues = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
export type LineValues = z.infer<typeof LineValues>

const entryBase = { conversationId: Id, seq: z.int().positive(), at: Instant }
const written = {
  ...entryBase,
  author: Author,
  clientId: Id.nullable(),
  body: z.string(),
  attachments: z.array(Attachment),
  editedAt: Instant.nullable(),
  deletedAt: Instant.nullable(),
}

const Message = z.object({ ...written, kind: z.literal('message') })
const Note = z.object({ ...written, kind: z.literal('note'), mentions: z.array(Id) })
const CustomerLine = z.object({
  ...entryBase,
  kind: z.literal('line'),
  author: Author,
  code: z.enum(customerLineCodes),
  values: LineValues,
})
const StaffLine = z.object({
  ...entryBase,
  kind: z.literal('line'),
  author: Author,
  code: LineCode,
  values: LineValues,
})
/** The entry at `target` now reads `body`. */
const Edit = z.object({
  ...entryBase,
  kind: z.literal('edit'),
  author: Author,
  target: z.int().positive(),
  body: z.string(),
})
/** The entry at `target` is gone; its text and files are wiped. */
const Deletion = z.object({
  ...entryBase,
  kind: z.literal('deletion'),
  author: Author,
  target: z.int().positive(),
})
/** Keeps the customer's `seq` free of gaps where the desk wrote something that is not theirs to read. */
const Hidden = z.object({ ...entryBase, kind: z.literal('hidden') })

export const CustomerEntry = z.discriminatedUnion('kind', [Message, CustomerLine, Edit, Deletion, Hidden])
export type CustomerEntry = z.infer<typeof CustomerEntry>
export const StaffEntry = z.discriminatedUnion('kind', [Message, Note, StaffLine, Edit, Deletion])
export type StaffEntry = z.infer<typeof StaffEntry>

/** Where a merged conversation goes on. */
const GoesOnIn = z.object({ id: Id, number: z.int() })

const conversationBase = {
  id: Id,
  number: z.int(),
  subject: z.string().nullable(),
  topic: Topic.nullable(),
  locale: LocaleTag,
  channel: ChannelName,
  status: Status,
  /** The customer waits or talks right now; otherwise the conversation goes on asynchronously. */
  live: z.boolean(),
  /** Of the newest entry. */
  seq: z.int(),
  /** Grows with every change of state; send it back with a change, so that nobody overwrites what they didn't see. */
  version: z.int(),
  createdAt: Instant,
  lastEntryAt: Instant,
  unread: z.int(),
}

export const CustomerConversation = z.object({
  ...conversationBase,
  agent: z.object({ name: z.string() }).nullable(),
  /** How far the desk has read. */
  readByDesk: z.int(),
  preview: z.string(),
  /** 1 is next in line; null when nobody waits. */
  position: z.int().nullable(),
  /** Whether an address is known to which an answer can be sent. */
  reachable: z.boolean(),
  /** Of a merged one: where it goes on, and where what is written to it lands. */
  continuedIn: GoesOnIn.nullable(),
})
export type CustomerConversation = z.infer<typeof CustomerConversation>

export const CustomerSummary = z.object({
  id: Id,
  name: z.string().nullable(),
  verified: z.boolean(),
  email: z.string().nullable(),
  /** What the exchange calls a customer like this one; null for none. */
  tier: z.string().nullable(),
})

export const Conversation = z.object({
  ...conversationBase,
  priority: Priority,
  complexity: Complexity,
  assignee: z.object({ id: Id, name: z.string() }).nullable(),
  team: z.object({ id: Id, name: z.string() }).nullable(),
  tags: z.array(z.string()),
  customer: CustomerSummary,
  preview: z.string(),
  lastAuthor: z.enum(authorKinds),
  queuedAt: Instant.nullable(),
  /** Since when a message of the customer has had no answer. */
  waitingSince: Instant.nullable(),
  snoozedUntil: Instant.nullable(),
  readByCustomer: z.int(),
  mergedInto: GoesOnIn.nullable(),
  /** Of a question to another team, or to a colleague: the conversation about which it was asked. */
  sideOf: GoesOnIn.nullable(),
  /** The promise that is due next; null for none. Live frames and changes leave it out: a frame of its own says what it is. */
  clock: DueClock.nullish(),
})
export type Conversation = z.infer<typeof Conversation>

const clientId = Id.describe('Made by the client; sending the same one again is harmless.')
const body = z.string().describe(`At most ${limits.message} characters; refused as message_too_long beyond.`)
const attachments = z.array(Id).max(limits.filesPerMessage).default([])

export const OpenConversation = z.object({
  clientId,
  body,
  attachments,
  topic: Topic.nullish(),
  subject: z.string().trim().max(limits.subject).nullish(),
  locale: LocaleTag.default('en'),
  /** Whether the customer wants to wait for an agent now. */
  live: z.boolean().default(true),
  name: z.string().trim().max(limits.name).nullish(),
  email: EmailAddress.nullish(),
  /** Where the customer was: kept as given, shown to agents. */
  page: z.string().max(2000).nullish(),
  /** Of the help centre, if they looked for an answer first. */
  searchId: Id.nullish(),
})
export type OpenConversation = z.infer<typeof OpenConversation>

export const AppendMessage = z.object({ clientId, body, attachments })
export type AppendMessage = z.infer<typeof AppendMessage>

export const AppendByStaff = AppendMessage.extend({
  kind: z.enum(['message', 'note']).default('message'),
  mentions: z.array(Id).max(50).default([]),
  /** The newest `seq` the author had seen; refused as `answered_meanwhile` when a colleague has answered since. */
  seen: z.int().nonnegative().optional(),
  /** The status to leave the conversation in. */
  then: z.enum(['waiting', 'solved', 'on_hold']).optional(),
})
export type AppendByStaff = z.infer<typeof AppendByStaff>

export const EditEntry = z.object({ clientId, body: body.min(1) })

const tags = z.array(z.string().trim().min(1).max(limits.tag)).max(limits.tagsPerConversation)

export const ChangeConversation = z.object({
  version: z.int().optional(),
  status: z.enum(['open', 'waiting', 'on_hold', 'snoozed', 'solved', 'closed']).optional(),
  snoozedUntil: Instant.optional(),
  priority: Priority.optional(),
  complexity: Complexity.optional(),
  topic: Topic.nullable().optional(),
  subject: z.string().trim().max(limits.subject).nullable().optional(),
  assigneeId: Id.nullable().optional(),
  teamId: Id.nullable().optional(),
  tags: tags.optional(),
  addTags: tags.describe('Added to those that are there, or to `tags`.').optional(),
  removeTags: tags.describe('Taken away, also where another field adds them.').optional(),
})
export type ChangeConversation = z.infer<typeof ChangeConversation>

export const listViews = ['mine', 'unassigned', 'all', 'mentions'] as const
export const listSorts = ['newest', 'oldest', 'waiting_longest', 'priority', 'due_next'] as const
export const ListConversations = z.object({
  view: z.enum(listViews).default('all'),
  teamId: Id.optional(),
  status: z.enum(['active', ...statuses]).default('active'),
  sort: z.enum(listSorts).default('newest'),
  tag: z.string().max(limits.tag).optional(),
  complexity: Complexity.optional(),
  tier: Tier.optional().describe('Of customers whom the exchange calls this.'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export type ListConversations = z.infer<typeof ListConversations>

/** Which entries: above `after`, oldest first; or the newest of those below `before`. */
export const EntryRange = z.object({
  after: z.coerce.number().int().nonnegative().optional(),
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(200),
})

export const ConversationPage = z.object({
  conversations: z.array(Conversation),
  next: z.string().nullable(),
})

export const ConversationCounts = z.object({
  mine: z.int(),
  unassigned: z.int(),
  all: z.int(),
  queued: z.int(),
  teams: z.array(z.object({ id: Id, count: z.int() })),
})
export type ConversationCounts = z.infer<typeof ConversationCounts>

export const Draft = z.object({ kind: z.enum(['message', 'note']), body, at: Instant })
export const SaveDraft = z.object({ kind: z.enum(['message', 'note']), body })
