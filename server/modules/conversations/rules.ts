// What a message or a change does to a conversation's state. Pure, so that a table can test every case.
import type { ChangeConversation, Status } from '../../../contract/conversations.ts'

export interface State {
  status: Status
  live: boolean
  assigneeId: string | null
}

export interface Next {
  status: Status
  live: boolean
  /** The customer comes back to something that was done. */
  reopened: boolean
}

/** A customer's message wakes whatever slept; null means that it can't be written any more. */
export function afterCustomerMessage({ status, live, assigneeId }: State): Next | null {
  if (status === 'closed' || status === 'merged') return null
  if (status === 'queued' || status === 'assistant') return { status, live, reopened: false }
  if (live && !assigneeId) return { status: 'queued', live, reopened: status === 'solved' }
  return { status: 'open', live, reopened: status === 'solved' }
}

/** An agent's answer takes a waiting conversation out of the queue; `then` says how the agent leaves it. */
export function afterStaffMessage({ status, live }: State, then: Status | undefined): Next | null {
  if (status === 'closed' || status === 'merged') return null
  const next = then ?? (status === 'queued' || status === 'assistant' ? 'open' : status)
  return { status: next, live: live && next !== 'solved', reopened: false }
}

/** Whether a status can be set by hand. A closed conversation stays closed: the customer starts a new one. */
export function mayBecome(from: Status, to: Status): boolean {
  if (from === 'closed' || from === 'merged') return false
  return to !== 'queued' && to !== 'assistant' && to !== 'merged'
}

/** The tags that come out, each once and in order. */
export function tagsAfter(before: readonly string[], wanted: ChangeConversation): string[] {
  const { tags = before, addTags = [], removeTags = [] } = wanted
  const removed = new Set(removeTags)
  return [...new Set([...tags, ...addTags])].filter(tag => !removed.has(tag)).sort()
}

/** The first characters of a message, for lists. */
export function previewOf(body: string, attachments: number): string {
  const line = body.slice(0, 2_000).replace(/\s+/g, ' ').trim()
  if (line === '' && attachments > 0) return '📎'
  return /^.{0,140}/u.exec(line)![0]
}
