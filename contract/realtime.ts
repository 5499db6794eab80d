// The frames of the realtime protocol, version 1, over WebSocket or server-sent events. See docs/realtime.md.
import { z } from 'zod'
import { DueClock } from './clocks.ts'
import { Id } from './common.ts'
import {
  AppendByStaff,
  AppendMessage,
  Conversation,
  ConversationCounts,
  CustomerConversation,
  CustomerEntry,
  StaffEntry,
} from './conversations.ts'
import { ErrorCode } from './errors.ts'

export const protocolVersion = 1

/** `conversation:<id>`, `inbox` (staff), `desk` (customers: whether agents are there). */
export const Room = z.string().max(80)

export const ClientFrame = z.discriminatedUnion('type', [
  /** The first frame of a customer's socket; staff are known by their cookie. */
  z.object({
    type: z.literal('hello'),
    v: z.literal(protocolVersion),
    token: z.string().max(500).optional(),
  }),
  z.object({ type: z.literal('join'), room: Room }),
  z.object({ type: z.literal('leave'), room: Room }),
  z.object({ type: z.literal('append'), conversationId: Id, entry: AppendByStaff.or(AppendMessage) }),
  z.object({ type: z.literal('typing'), conversationId: Id, typing: z.boolean() }),
  z.object({ type: z.literal('looking'), conversationId: Id, looking: z.boolean() }),
  z.object({ type: z.literal('read'), conversationId: Id, seq: z.int().nonnegative() }),
  z.object({ type: z.literal('ping') }),
])
export type ClientFrame = z.infer<typeof ClientFrame>

const Person = z.object({ kind: z.enum(['staff', 'customer']), id: Id, name: z.string().nullable() })
export type Person = z.infer<typeof Person>

const shared = [
  z.object({ type: z.literal('ready'), v: z.literal(protocolVersion), node: z.string() }),
  z.object({ type: z.literal('joined'), room: Room }),
  z.object({ type: z.literal('left'), room: Room, code: ErrorCode.optional() }),
  /** The entry with this `clientId` is committed as `seq`. */
  z.object({ type: z.literal('ack'), conversationId: Id, clientId: Id, seq: z.int() }),
  z.object({
    type: z.literal('refused'),
    clientId: Id.optional(),
    code: ErrorCode,
    message: z.string(),
    retryAfter: z.number().optional().describe('Seconds to wait before sending again.'),
  }),
  z.object({ type: z.literal('typing'), conversationId: Id, person: Person, typing: z.boolean() }),
  z.object({ type: z.literal('read'), conversationId: Id, by: z.enum(['desk', 'customer']), seq: z.int() }),
  z.object({ type: z.literal('pong') }),
  /** Sent before the server closes the connection; the client comes back after `retryAfter` seconds, with jitter. */
  z.object({
    type: z.literal('bye'),
    code: z.enum(['restart', 'slow', 'signed_out', 'protocol']),
    retryAfter: z.number(),
  }),
] as const

export const CustomerFrame = z.discriminatedUnion('type', [
  ...shared,
  z.object({
    type: z.literal('entries'),
    conversation: CustomerConversation,
    entries: z.array(CustomerEntry),
  }),
  z.object({ type: z.literal('position'), conversationId: Id, position: z.int().nullable() }),
  z.object({ type: z.literal('desk'), agentsAvailable: z.boolean() }),
])
export type CustomerFrame = z.infer<typeof CustomerFrame>

/** What staff are told of themselves: `asked`, a question to them alone; `task_given` and `task_due`, of a task in the conversation. */
export const Notice = z.enum(['assigned', 'mentioned', 'asked', 'task_given', 'task_due'])
export type Notice = z.infer<typeof Notice>

export const StaffFrame = z.discriminatedUnion('type', [
  ...shared,
  z.object({ type: z.literal('entries'), conversation: Conversation, entries: z.array(StaffEntry) }),
  z.object({ type: z.literal('inbox'), conversations: z.array(Conversation) }),
  /** The promise that is due next; null when nothing is. */
  z.object({ type: z.literal('clock'), conversationId: Id, clock: DueClock.nullable() }),
  z.object({ type: z.literal('counts'), counts: ConversationCounts }),
  z.object({ type: z.literal('looking'), conversationId: Id, people: z.array(Person) }),
  z.object({
    type: z.literal('notice'),
    notice: Notice,
    conversationId: Id,
    number: z.int(),
  }),
  z.object({ type: z.literal('availability'), staffId: Id, available: z.boolean() }),
])
export type StaffFrame = z.infer<typeof StaffFrame>
