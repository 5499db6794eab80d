// A reader's own requests: what isn't theirs doesn't exist.
import type { CustomerConversation } from '../../../contract/conversations.ts'
import { conversationHead, customersOwn } from '../../modules/conversations/index.ts'
import type { SiteReader } from '../../modules/customers/index.ts'
import type { CustomerActor, Desk } from '../../platform/context.ts'
import { nobody } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import type { SiteVisit } from '../layout.ts'

export interface Own {
  id: string
  number: number
  /** As whom the reader acts in it. */
  actor: CustomerActor
  /** Nobody proved that it is from the reader's address. */
  unproven: boolean
}

/** The request whose number stands in the address. @throws AppError not_found */
export async function ownRequest({ desk, reader, params }: SiteVisit): Promise<Own> {
  const number = /^[1-9]\d{0,14}$/.test(params.number ?? '') ? Number(params.number) : undefined
  const head = number === undefined ? undefined : await conversationHead(desk.read(nobody), { number })
  const actor = reader?.actors.find(({ id }) => id === head?.customer_id)
  if (!head || !actor) throw notFound()
  return { id: head.id, number: head.number, actor, unproven: actor !== reader?.actors[0] }
}

/** The newest of all, whichever of the reader's customers they are. */
export async function ownRequests(desk: Desk, { actors }: SiteReader): Promise<CustomerConversation[]> {
  const lists = await Promise.all(actors.map(actor => customersOwn(desk.read(actor), actor.id)))
  return lists.flat().sort((one, other) => (one.lastEntryAt < other.lastEntryAt ? 1 : -1))
}
