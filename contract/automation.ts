// Repeated work done once: canned replies, macros that agents run, rules that the desk runs by itself.
import { z } from 'zod'
import { Id, Instant, LocaleTag, limits } from './common.ts'
import { Complexity, Priority, Status } from './conversations.ts'
import { ErrorCode } from './errors.ts'
import { Policy } from './sla.ts'

/** What is typed after `/`. */
const shortcut = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}_-]{1,40}$/u)
const text = z.string().trim().min(1).max(limits.message)
const tag = z.string().trim().min(1).max(limits.tag)
const tags = z.array(tag).min(1).max(limits.tagsPerConversation)

export const SaveCannedReply = z.object({
  shortcut,
  title: z.string().trim().min(1).max(limits.subject),
  body: text,
  /** null: for every language. */
  locale: LocaleTag.nullable().default(null),
  /** null: for every team. */
  teamId: Id.nullable().default(null),
})
export const CannedReply = SaveCannedReply.extend({ id: Id, updatedAt: Instant })
export type CannedReply = z.infer<typeof CannedReply>

/** Hours from the moment in which it is done; a year at most. */
const hours = z.int().min(1).max(8_784)

const common = [
  /** Placeholders such as `{{customer.name|friend}}` are filled; what can't be filled is not sent. */
  z.object({ do: z.literal('reply'), text }),
  z.object({ do: z.literal('note'), text }),
  z.object({
    do: z.literal('set_status'),
    status: z.enum(['open', 'waiting', 'on_hold', 'solved', 'closed']),
  }),
  z.object({ do: z.literal('snooze'), hours }),
  z.object({ do: z.literal('set_priority'), priority: Priority }),
  z.object({ do: z.literal('set_complexity'), complexity: Complexity }),
  z.object({ do: z.literal('assign'), assigneeId: Id.nullable() }),
  z.object({ do: z.literal('assign_team'), teamId: Id.nullable() }),
  z.object({ do: z.literal('add_tags'), tags }),
  z.object({ do: z.literal('remove_tags'), tags }),
  /** For whoever has the conversation; due after so many hours, or at no time. */
  z.object({
    do: z.literal('add_task'),
    title: z.string().trim().min(1).max(limits.subject),
    hours: hours.nullable(),
  }),
] as const

export const MacroAction = z.discriminatedUnion('do', [
  ...common,
  /** To whoever runs it. */
  z.object({ do: z.literal('assign_me') }),
])
export type MacroAction = z.infer<typeof MacroAction>

export const RuleAction = z.discriminatedUnion('do', [
  ...common,
  z.object({ do: z.literal('notify_assignee') }),
  z.object({ do: z.literal('notify_leads') }),
  z.object({ do: z.literal('notify_team'), teamId: Id }),
  z.object({ do: z.literal('notify_staff'), staffId: Id }),
])
export type RuleAction = z.infer<typeof RuleAction>
export type Action = MacroAction | RuleAction

/** Each thing is done once: there is no second status and no second reply. */
const once = (actions: readonly { do: string }[]): boolean => {
  const names = actions.map(({ do: name }) => (name === 'snooze' ? 'set_status' : name))
  return new Set(names).size === names.length
}
const onceOnly = { message: 'must not do the same thing twice' }

export const SaveMacro = z.object({
  shortcut,
  name: z.string().trim().min(1).max(limits.name),
  /** null: for every team. */
  teamId: Id.nullable().default(null),
  /** Whether its reply is put into the composer first, or everything is done at once. */
  send: z.enum(['composer', 'at_once']).default('composer'),
  actions: z.array(MacroAction).min(1).max(20).refine(once, onceOnly),
})
export const Macro = SaveMacro.extend({ id: Id, version: z.int().positive(), updatedAt: Instant })
export type Macro = z.infer<typeof Macro>

export const RunMacro = z.object({
  /** The one whose actions the agent saw: refused as `stale_version` when there is a newer one. */
  version: z.int().positive(),
  conversations: z
    .array(
      z.object({
        id: Id,
        /** Made by the client; the same one again does nothing. */
        clientId: Id,
        /** The conversation's version the agent saw; refused as `stale_version` when it moved on. */
        version: z.int().optional(),
        /** The newest `seq` the agent saw; refused as `answered_meanwhile` when a colleague answered since. */
        seen: z.int().nonnegative().optional(),
      }),
    )
    .min(1)
    .max(200),
  /** What is said in place of the macro's own reply, placeholders filled. */
  reply: text.optional(),
})
export type RunMacro = z.infer<typeof RunMacro>
export const MacroRan = z.object({
  done: z.array(Id),
  refused: z.array(z.object({ id: Id, code: ErrorCode })),
})

const anyOf = <Item extends z.ZodType>(item: Item) => z.array(item).min(1).max(400).optional()

const When = z.discriminatedUnion('event', [
  z.object({ event: z.literal('opened') }),
  z.object({ event: z.literal('customer_wrote') }),
  z.object({ event: z.literal('staff_wrote') }),
  z.object({ event: z.literal('status_changed'), to: anyOf(Status) }),
  z.object({ event: z.literal('tag_added'), tags: anyOf(tag) }),
  /** The customer has had no answer for so long. */
  z.object({ event: z.literal('unanswered'), hours }),
  /** The desk waits for the customer, and nothing was written for so long. */
  z.object({ event: z.literal('idle'), hours }),
])
export type When = z.infer<typeof When>

/** A list that is absent allows anything. */
const Conditions = Policy.shape.match.extend({
  complexities: anyOf(Complexity),
  statuses: anyOf(Status),
  /** Has one of these. */
  tags: anyOf(tag),
  /** Has none of these. */
  withoutTags: anyOf(tag),
  /** One of these is in the subject or in the first 8,000 characters of a message of the customer; `hack*` also finds hacked. */
  words: anyOf(z.string().trim().min(1).max(80)),
  /** Whether the calendar is open just then. */
  hours: z.object({ calendarId: Id, open: z.boolean() }).optional(),
})
export type Conditions = z.infer<typeof Conditions>

export const Rule = z.object({
  name: z.string().trim().min(1).max(limits.name),
  enabled: z.boolean(),
  /** Rules run in this order. */
  position: z.int().nonnegative().max(1_000_000),
  when: When,
  if: Conditions,
  then: z.array(RuleAction).min(1).max(20).refine(once, onceOnly),
})
export type Rule = z.infer<typeof Rule>
export const KeptRule = z.object({ id: Id, version: z.int().positive(), changedAt: Instant, rule: Rule })
export type KeptRule = z.infer<typeof KeptRule>
/** `version` is the one that was changed: refused as `stale_version` when there is a newer one. */
export const ChangeRule = z.object({ version: z.int().positive(), rule: Rule })

/** Which condition held, and by what: a topic, a tag, the rule's own word. */
export const Reason = z.object({ by: z.string(), value: z.string() })
export type Reason = z.infer<typeof Reason>

export const TryRule = z.object({ rule: Rule, last: z.int().min(1).max(200).default(100) })
export const RuleTrial = z.object({
  looked: z.int(),
  matches: z.array(
    z.object({
      conversationId: Id,
      number: z.int(),
      subject: z.string().nullable(),
      reasons: z.array(Reason),
      /** Without what would change nothing. */
      would: z.array(RuleAction),
    }),
  ),
})
export type RuleTrial = z.infer<typeof RuleTrial>

/** `limited`: the conversation had as many runs within the hour as it may have; nothing was done. */
export const ruleOutcomes = ['done', 'failed', 'limited'] as const
export const RuleRun = z.object({
  id: Id,
  at: Instant,
  ruleId: Id,
  ruleVersion: z.int(),
  /** As that version was called. */
  ruleName: z.string(),
  conversationId: Id,
  number: z.int(),
  outcome: z.enum(ruleOutcomes),
  reasons: z.array(Reason),
  /** What was done, in order; `code` says why something couldn't be. */
  steps: z.array(z.object({ do: z.string(), code: ErrorCode.nullable() })),
})
export type RuleRun = z.infer<typeof RuleRun>
export const ListRuleRuns = z.object({
  ruleId: Id.optional(),
  outcome: z.enum(ruleOutcomes).optional(),
  /** A conversation's number. */
  number: z.coerce.number().int().positive().optional(),
  cursor: z.string().max(200).optional(),
})

export const SendBulkReply = z.object({
  /** Made by the client; the same one again is the same bulk reply. */
  id: Id,
  /** Placeholders are filled for each conversation. */
  body: text,
  /** The status to leave the conversations in. */
  then: z.enum(['waiting', 'solved']).nullable().default(null),
  conversations: z
    .array(z.object({ id: Id, /** The newest `seq` that was seen. */ seen: z.int().nonnegative() }))
    .min(1)
    .max(500),
})
export const bulkReplyStates = ['waiting', 'sending', 'done', 'undone'] as const
export const BulkReply = z.object({
  id: Id,
  state: z.enum(bulkReplyStates),
  /** Until then it can be taken back. */
  startsAt: Instant,
  total: z.int(),
  sent: z.int(),
  /** Left alone for a person to look at: somebody wrote meanwhile, or it couldn't be sent. */
  skipped: z.array(z.object({ conversationId: Id, number: z.int().nullable(), code: ErrorCode })),
})
export type BulkReply = z.infer<typeof BulkReply>
