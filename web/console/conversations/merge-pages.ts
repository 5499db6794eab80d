// Puts changed conversations into the pages of a list that is open, each where it stands now.
import type { Conversation } from '../../../contract/conversations.ts'
import { belongs, order } from './belongs.ts'
import type { ListQuery } from './filters.ts'

export interface ConversationPage {
  conversations: Conversation[]
  next: string | null
}

/** Gives the same pages when nothing in them changes. */
export function mergePages<P extends ConversationPage>(
  pages: readonly P[],
  changed: readonly Conversation[],
  query: ListQuery,
  me: string,
): readonly P[] {
  return changed.reduce((before, conversation) => mergeOne(before, conversation, query, me), pages)
}

/** Puts in the clock of a conversation that is in the list; undefined when it isn't. */
export function mergeClock<P extends ConversationPage>(
  pages: readonly P[],
  { conversationId, clock }: { conversationId: string; clock: Conversation['clock'] },
  query: ListQuery,
  me: string,
): readonly P[] | undefined {
  const known = find(pages, conversationId)
  return known && mergeOne(pages, { ...known, clock: clock ?? null }, query, me)
}

const find = (pages: readonly ConversationPage[], wanted: string): Conversation | undefined =>
  pages.flatMap(page => page.conversations).find(({ id }) => id === wanted)

function mergeOne<P extends ConversationPage>(
  pages: readonly P[],
  changed: Conversation,
  query: ListQuery,
  me: string,
): readonly P[] {
  const known = find(pages, changed.id)
  if (known && isOlder(changed, known)) return pages
  // Live frames say nothing of the clock.
  const conversation = changed.clock === undefined ? { ...changed, clock: known?.clock } : changed
  const wanted = belongs(conversation, query, me) ?? known !== undefined
  if (!known && !wanted) return pages
  const without = pages.map(page =>
    page.conversations.some(({ id }) => id === conversation.id)
      ? { ...page, conversations: page.conversations.filter(({ id }) => id !== conversation.id) }
      : page,
  )
  return wanted ? insert(without, conversation, query) : without
}

const isOlder = (one: Conversation, other: Conversation): boolean =>
  one.seq < other.seq || (one.seq === other.seq && one.version < other.version)

function insert<P extends ConversationPage>(
  pages: readonly P[],
  conversation: Conversation,
  { sort }: ListQuery,
): readonly P[] {
  const at = pages.findIndex(page => {
    const last = page.conversations.at(-1)
    return last !== undefined && order(conversation, last, sort) <= 0
  })
  const isBeyond = at < 0 && pages.at(-1)?.next
  if (isBeyond) return pages
  const target = at < 0 ? pages.length - 1 : at
  return pages.map((page, index) => {
    if (index !== target) return page
    const above = page.conversations.filter(other => order(other, conversation, sort) < 0)
    const below = page.conversations.slice(above.length)
    return { ...page, conversations: [...above, conversation, ...below] }
  })
}
