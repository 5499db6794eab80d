// The machine-readable part of a delivery report (RFC 3464).
import { type Head, readHead } from './head.ts'
import type { Part } from './outline.ts'
import { undoTransfer } from './transfer.ts'

export interface DeliveryStatus {
  /** Lower case; empty when it wasn't said. */
  action: string
  status: string | null
  recipient: string | null
  messageId: string | null
}

const longestReport = 64 * 1024

/** The worst of several. */
export const worstOf = (all: readonly DeliveryStatus[]): DeliveryStatus | null =>
  all.toSorted((one, other) => gravity(other) - gravity(one))[0] ?? null

/** The recipient it went worst for; null when the part names none. */
export function readDeliveryStatus(part: Part): DeliveryStatus | null {
  const bytes = undoTransfer(part.body, part.head.first('content-transfer-encoding')?.toLowerCase() ?? '')
  const blocks = Buffer.from(bytes.subarray(0, longestReport))
    .toString('latin1')
    .split(/\n(?:[ \t]*\r?\n)+/)
    .map(block => readHead(Buffer.from(block, 'latin1')))
  const messageId = blocks.map(block => block.first('x-original-message-id')).find(id => id !== null) ?? null
  const all = blocks.map(block => recipientStatus(block, messageId)).filter(status => status !== null)
  return worstOf(all)
}

function recipientStatus(block: Head, messageId: string | null): DeliveryStatus | null {
  const action = /^\s*([a-z]*)/i.exec(block.first('action') ?? '')![1]!.toLowerCase()
  const status = /[245]\.\d{1,3}\.\d{1,3}/.exec(block.first('status') ?? '')?.[0] ?? null
  if (!action && !status) return null
  const recipient = block.first('final-recipient') ?? block.first('original-recipient')
  return { action, status, recipient: recipient && addressOf(recipient), messageId }
}

/** `rfc822; <name@example.com>`. */
export const addressOf = (field: string): string | null =>
  /[^\s<>;:,"'()[\]]{1,64}@[^\s<>;:,"'()]{1,255}/.exec(field.slice(0, 1_000))?.[0] ?? null

const gravity = ({ action, status }: DeliveryStatus) =>
  (action === 'failed' ? 10 : action === 'delayed' ? 5 : 0) + Number(status?.[0] ?? 0)
