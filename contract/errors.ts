// Every error a client can meet: its stable code, and the HTTP status that carries it. Sentences are in locales/.
import { z } from 'zod'

export const errorStatus = {
  invalid_input: 400,
  empty_message: 400,
  second_factor_required: 401,
  not_signed_in: 401,
  wrong_credentials: 401,
  wrong_code: 401,
  token_expired: 401,
  token_invalid: 401,
  token_reused: 401,
  signature_invalid: 401,
  forbidden: 403,
  origin_not_allowed: 403,
  not_found: 404,
  method_not_allowed: 405,
  stale_version: 409,
  answered_meanwhile: 409,
  customer_wrote_meanwhile: 409,
  machine_not_answered: 409,
  already_started: 409,
  already_exists: 409,
  conversation_closed: 409,
  conversation_merged: 409,
  different_customers: 409,
  last_administrator: 409,
  calendar_in_use: 409,
  link_used: 410,
  message_too_long: 413,
  file_too_large: 413,
  image_too_large: 413,
  body_too_large: 413,
  too_many_files: 413,
  file_type_refused: 415,
  unsupported_media_type: 415,
  placeholder_unfilled: 422,
  weak_password: 422,
  own_address: 422,
  no_mailbox: 422,
  name_system_silent: 503,
  imap_address: 422,
  imap_unreachable: 422,
  imap_no_tls: 422,
  imap_certificate: 422,
  imap_plain_refused: 422,
  imap_wrong_password: 422,
  imap_no_folder: 422,
  imap_failed: 422,
  imap_password_needed: 422,
  no_old_mail: 422,
  too_many_old_mails: 422,
  too_many_requests: 429,
  internal: 500,
  unavailable: 503,
  storage_full: 507,
} as const

type Code = keyof typeof errorStatus
export const ErrorCode = z.enum(Object.keys(errorStatus) as [Code, ...Code[]])
export type ErrorCode = z.infer<typeof ErrorCode>

/** The body of every answer that is not 2xx. `fields` names the parts of the input that were refused. */
export const ErrorBody = z.object({
  error: z.object({
    code: ErrorCode,
    message: z.string(),
    fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    details: z.record(z.string(), z.unknown()).optional(),
    requestId: z.string(),
  }),
})
export type ErrorBody = z.infer<typeof ErrorBody>
