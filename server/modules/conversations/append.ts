// Messages and notes, many at once: everything is checked under the locks, what is refused hurts only itself.
import type { Status } from '../../../contract/conversations.ts'
import { type Attempt, batched, type Outcome } from '../../platform/batch.ts'
import { type Actor, actorId, type Context, may, type Statement } from '../../platform/context.ts'
import { AppError, notFound } from '../../platform/errors.ts'
import { type InDocument, isOutdated, outdated } from '../../platform/rows.ts'
import { attachTo, ownerOf, unsentFiles } from '../safety/index.ts'
import { type ConversationRow, conversationsIn, visible } from './access.ts'
import { isMerged } from './continued.ts'
import { recall } from './remembered.ts'
import { afterCustomerMessage, afterStaffMessage } from './rules.ts'
import { sentBefore } from './sent-before.ts'
import { redactSplitSecrets } from './split-secrets.ts'
import { appendsAgain, type EntryRow, type Participant, type Writing, write } from './write.ts'

export interface Addition {
  conversationId: string
  actor: Actor
  kind: 'message' | 'note'
  /** Made by the client; the same one again gives what is there already. */
  clientId: string
  /** Screened already. */
  body: string
  attachmentIds: string[]
  mentions: string[]
  /** How many secrets were taken out of the text. */
  secretsRemoved: number
  /** The newest `seq` a member of staff had seen. */
  seen?: number
  then?: Status
  /** Was meant for a conversation that is merged into this one. */
  redirected?: boolean
  /** Who wrote it where that isn't `actor`, for whom it counts: somebody in copy. */
  by?: Participant
}

export interface Appended {
  seq: number
  entry: EntryRow
}

/** Appends as part of the next batch; resolves once it is committed. */
export const submit = batched<Addition, Appended>(
  'append',
  append,
  error => appendsAgain(error) || isOutdated(error),
)

interface Known {
  conversation_id: string
  client_id: string
  seq: number
}

/**
 * Appends in order; rows are locked in the order of their ids, so that two batches never wait for each other. What is
 * nearly always so is taken for granted at first: that no message comes twice, and that a conversation is as this node
 * wrote it last. The database tells when it isn't, and then everything is looked up under the locks.
 */
async function append(
  ctx: Context,
  additions: Addition[],
  { desk, again }: Attempt,
): Promise<Outcome<Appended>[]> {
  const ids = [...new Set(additions.map(addition => addition.conversationId))].sort()
  const remembered = again || ids.length > 1 ? undefined : recall(desk, ids[0]!)
  // Both are sent at once; the second sees what was committed before the locks were given.
  const [rows, known] = await Promise.all([
    remembered ? [remembered.row] : lock(ctx, ids),
    again ? findKnown(ctx, additions) : [],
  ])
  const byId = new Map(
    rows.map(row => [
      row.id,
      { row, mark: remembered?.mark, seqs: seqsOf(known, row.id), entries: [] } as Open,
    ]),
  )
  const answered = await findAnswers(ctx, additions, rows)
  const unsent = await unsentFiles(
    ctx,
    additions.flatMap(addition => addition.attachmentIds),
  )
  const before = await sentBefore(ctx, additions, rows)
  const places = additions.map(addition =>
    place(ctx, byId.get(addition.conversationId), addition, { answered, unsent, before }),
  )
  for (const [index, addition] of additions.entries()) {
    if (addition.attachmentIds.length > 0 && 'index' in places[index]!) await claim(ctx, addition)
  }
  await redactSplitSecrets(ctx, piecesOf(additions, places, byId))
  const writings = [...byId.values()].filter(one => one.entries.length > 0)
  // Nobody is refused because of what is only remembered.
  if (remembered && writings.length === 0) throw outdated()
  const written = new Map(write(ctx, writings).map(one => [one.row.id, one]))
  mention(ctx, additions, places, written)
  answerSides(ctx, additions, places, written)
  return Promise.all(places.map((one, index) => outcome(ctx, one, additions[index]!, written)))
}

const piecesOf = (additions: Addition[], places: Place[], byId: Map<string, Open>) =>
  places.flatMap((at, index) => {
    if (!('index' in at)) return []
    const writing = byId.get(additions[index]!.conversationId)!
    return [{ writing, entry: writing.entries[at.index]! }]
  })

type Open = Writing & { seqs: Map<string, number> }
type Place = { refused: AppError } | { seq: number } | { index: number } | { before: EntryRow }

interface Found {
  answered: Set<Addition>
  unsent: Map<string, string>
  before: Map<Addition, EntryRow>
}

const seqsOf = (known: Known[], id: string) =>
  new Map(known.filter(one => one.conversation_id === id).map(one => [one.client_id, one.seq]))

/** Decides what an addition does to its conversation, and adds its entries to what will be written. */
function place(
  ctx: Context,
  open: Open | undefined,
  addition: Addition,
  { answered, unsent, before }: Found,
): Place {
  if (!open || !visible(addition.actor, open.row)) return { refused: notFound() }
  const seq = open.seqs.get(addition.clientId)
  if (seq !== undefined) return { seq }
  if (before.has(addition)) return { before: before.get(addition)! }
  if (addition.actor.kind !== 'customer' && !may(addition.actor, 'conversations.write')) {
    return { refused: new AppError('forbidden') }
  }
  if (open.row.side_of && addition.kind === 'message') return { refused: notesOnly() }
  if (open.row.status === 'merged') return { refused: isMerged(open.row) }
  if (answered.has(addition) || overtaken(open, addition))
    return { refused: new AppError('answered_meanwhile') }
  const state = stateOf(open)
  const next = addition.kind === 'note' ? null : nextState(state, addition)
  if (addition.kind === 'message' && !next) return { refused: new AppError('conversation_closed') }
  const index = open.entries.length
  const { actor: author, kind, clientId, body, attachmentIds, mentions, by } = addition
  const owner = ownerOf(author.kind, actorId(author))
  if (attachmentIds.some(id => unsent.get(id) !== owner)) return { refused: notFound() }
  // Nobody sends a file twice, not even in one batch.
  for (const id of attachmentIds) unsent.delete(id)
  const files = [...new Set(attachmentIds)]
  open.entries.push({ kind, author, clientId, body, attachmentIds: files, mentions, by })
  open.seqs.set(clientId, open.row.seq + index + 1)
  if (next) applyState(ctx, open, addition, state, next)
  if (addition.secretsRemoved > 0)
    open.entries.push({ kind: 'line', author: { kind: 'system', name: 'safety' }, code: 'secret_removed' })
  return { index }
}

/** Whether a colleague's answer, in this very batch, came first. */
const overtaken = ({ entries }: Open, { actor, kind, seen }: Addition): boolean =>
  seen !== undefined &&
  kind === 'message' &&
  entries.some(entry => entry.kind === 'message' && entry.author.kind === 'staff' && entry.author !== actor)

/** The answers to customers whose authors had not seen that a colleague answered already. */
async function findAnswers(
  ctx: Context,
  additions: Addition[],
  rows: ConversationRow[],
): Promise<Set<Addition>> {
  const seqs = new Map(rows.map(row => [row.id, row.seq]))
  const behind = additions.filter(
    ({ conversationId, kind, seen }) =>
      kind === 'message' && seen !== undefined && (seqs.get(conversationId) ?? 0) > seen,
  )
  const answered = await Promise.all(
    behind.map(({ conversationId, seen, actor }) =>
      ctx.run(findAnswer, [conversationId, seen, actorId(actor)]),
    ),
  )
  return new Set(behind.filter((_, index) => answered[index]!.length > 0))
}

const stateOf = ({ row, set }: Open) => {
  const now = { ...row, ...set }
  return { status: now.status, live: now.live, assigneeId: now.assignee_id }
}

function nextState(state: ReturnType<typeof stateOf>, { actor, then }: Addition) {
  return actor.kind === 'customer' ? afterCustomerMessage(state) : afterStaffMessage(state, then)
}

function applyState(
  ctx: Context,
  open: Open,
  { actor }: Addition,
  before: ReturnType<typeof stateOf>,
  next: NonNullable<ReturnType<typeof nextState>>,
): void {
  const line = (code: 'reopened' | 'queued' | 'solved' | 'joined', values = {}) =>
    open.entries.push({ kind: 'line', author: actor, code, values })
  // Whoever answers first takes it.
  if (actor.kind === 'staff' && before.assigneeId === null) {
    open.set = { ...open.set, assignee_id: actor.id }
    line('joined', { name: actor.name })
  }
  if (next.status === before.status && next.live === before.live) return
  const queuedAt = next.status === 'queued' ? ctx.now : null
  open.set = { ...open.set, status: next.status, live: next.live, queued_at: queuedAt, snoozed_until: null }
  if (next.reopened) line('reopened')
  if (next.status === 'queued') line('queued')
  if (next.status === 'solved') line('solved')
}

async function claim(ctx: Context, { conversationId, attachmentIds, actor }: Addition): Promise<void> {
  await attachTo(ctx, { conversationId, attachmentIds, actor })
}

function mention(
  ctx: Context,
  additions: Addition[],
  places: Place[],
  written: Map<string, { row: ConversationRow; entries: EntryRow[] }>,
): void {
  for (const [index, { conversationId, mentions }] of additions.entries()) {
    const at = places[index]!
    if (mentions.length === 0 || !('index' in at)) continue
    const { row, entries } = written.get(conversationId)!
    const { seq } = entries[at.index]!
    ctx.emit('staff.mentioned', { staffIds: mentions, seq, number: row.number }, { conversationId })
  }
}

/** Nobody outside takes part in a question to another team. */
const notesOnly = () =>
  new AppError('invalid_input', { fields: [{ path: 'kind', message: 'must be a note' }] })

/** Those who asked are told by a job of its own: their conversation is not one of this batch. */
function answerSides(
  ctx: Context,
  additions: Addition[],
  places: Place[],
  written: Map<string, { row: ConversationRow; entries: EntryRow[] }>,
): void {
  for (const [index, { conversationId, actor }] of additions.entries()) {
    const at = places[index]!
    const one = written.get(conversationId)
    if (!one?.row.side_of || !('index' in at)) continue
    const data = { ofId: one.row.side_of, seq: one.entries[at.index]!.seq, staffId: actorId(actor) }
    ctx.emit('side.answered', data, { conversationId })
  }
}

async function outcome(
  ctx: Context,
  at: Place,
  { conversationId }: Addition,
  written: Map<string, { entries: EntryRow[] }>,
): Promise<Outcome<Appended>> {
  if ('refused' in at) return at
  if ('before' in at) return { result: { seq: at.before.seq, entry: at.before } }
  if ('index' in at) {
    const entry = written.get(conversationId)!.entries[at.index]!
    return { result: { seq: entry.seq, entry } }
  }
  const fresh = written.get(conversationId)?.entries.find(entry => entry.seq === at.seq)
  const entry = fresh ?? (await ctx.run<EntryRow>(readEntry, [conversationId, at.seq]))[0]!
  return { result: { seq: at.seq, entry } }
}

// The database plans a statement with an array afresh each time, which costs a single message more than running it.
async function lock(ctx: Context, ids: string[]): Promise<ConversationRow[]> {
  const [statement, values] = ids.length === 1 ? [lockConversation, ids] : [lockConversations, [ids]]
  return conversationsIn(await ctx.run<InDocument<ConversationRow>>(statement, values))
}

const findKnown = (ctx: Context, additions: Addition[]) =>
  ctx.run<Known>(findByClientId, [
    additions.map(addition => addition.conversationId),
    additions.map(addition => addition.clientId),
  ])

const lockConversation: Statement = {
  name: 'lock_conversation',
  text: 'select row_to_json(c) as document from conversations c where id = $1 for update',
}

const lockConversations: Statement = {
  name: 'lock_conversations',
  text: 'select row_to_json(c) as document from conversations c where id = any($1) order by id for update',
}

const findByClientId: Statement = {
  name: 'find_entries_by_client_id',
  text: `select e.conversation_id, e.client_id, e.seq from unnest($1::uuid[], $2::uuid[]) as w(conversation_id, client_id)
    join entries e on e.conversation_id = w.conversation_id and e.client_id = w.client_id`,
}

const readEntry: Statement = {
  name: 'read_entry',
  text: 'select * from entries where conversation_id = $1 and seq = $2',
}

const findAnswer: Statement = {
  name: 'find_answer_of_a_colleague',
  text: `select seq from entries where conversation_id = $1 and seq > $2 and kind = 'message'
    and author_kind = 'staff' and author_id is distinct from $3 limit 1`,
}
