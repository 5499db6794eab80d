// Whole mails by HTTP, for providers that push instead of speaking SMTP: signed with the mailbox's secret, and fresh.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { type Desk, nobody, type ReadContext } from '../../../platform/context.ts'
import { AppError, notFound } from '../../../platform/errors.ts'
import { mailboxById } from './mailboxes.ts'
import { receive } from './receive.ts'

/** How far the sender's clock may be off, and how long a signature that somebody overheard is good, in seconds. */
const tolerance = 300

/** The secret with which mails for a mailbox are signed. */
const secretOf = ({ secrets }: Pick<Desk, 'secrets'>, mailboxId: string): string =>
  secrets.sign('mail_webhook', mailboxId)

/** Where a provider sends mails for a mailbox, and what it signs them with. Throws `not_found`. */
export async function webhookOf(ctx: ReadContext, id: string): Promise<{ url: string; secret: string }> {
  if (!(await mailboxById(ctx, id))) throw notFound()
  return { url: `${ctx.publicUrl}/api/mailboxes/${id}/mails`, secret: secretOf(ctx, id) }
}

/**
 * Takes a mail over from `POST`: the body is the mail, the headers `x-ballast-timestamp` (seconds since 1970) and
 * `x-ballast-signature`: HMAC-SHA256 in hex, with the mailbox's secret, of the timestamp, a dot, and the SHA-256 of the body in hex.
 * @throws AppError signature_invalid, also for a mailbox that isn't there
 */
export async function receiveByWebhook(desk: Desk, id: string, raw: unknown): Promise<{ again: boolean }> {
  const { headers, body } = raw as FastifyRequest
  if (!Buffer.isBuffer(body)) throw new AppError('unsupported_media_type')
  const said = (name: string) => String(headers[name] ?? '')
  if (!isSigned(desk, id, body, said('x-ballast-timestamp'), said('x-ballast-signature')))
    throw new AppError('signature_invalid')
  const mailbox = await mailboxById(desk.read(nobody), id)
  if (!mailbox) throw new AppError('signature_invalid')
  const kept = await receive(desk, {
    mailboxId: id,
    source: 'webhook',
    raw: body,
    envelopeFrom: null,
    envelopeTo: [],
    peer: { ip: null, name: null },
  })
  return { again: kept.id === null }
}

function isSigned(desk: Desk, id: string, body: Buffer, timestamp: string, signature: string): boolean {
  const age = Math.abs(desk.clock().getTime() / 1_000 - Number(timestamp || Number.NaN))
  if (!(age <= tolerance)) return false
  const digest = createHash('sha256').update(body).digest('hex')
  const expected = createHmac('sha256', secretOf(desk, id)).update(`${timestamp}.${digest}`).digest()
  const given = Buffer.from(signature, 'hex')
  return given.length === expected.length && timingSafeEqual(given, expected)
}
