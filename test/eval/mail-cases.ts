// Cases of mail with what is expected of them, as a folder outside the repository holds them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface ExpectedFile {
  filename?: string
  sha256?: string
  hash_comparable?: boolean
  filename_synthesized_by_peer?: boolean
}

/** Every check is made only where the case names it. */
export interface Expectation {
  subject?: string
  subject_nows?: string
  subject_starts?: string
  from_email?: string
  from_name?: string
  to_emails?: string[]
  cc_emails?: string[]
  reply_to?: string[]
  message_id?: string
  in_reply_to?: string
  references_includes?: string[]
  date?: string
  body_text?: string
  body_text_nows?: string
  body_title_prefix_ok?: boolean
  body_starts?: string
  body_ends?: string
  contains_any_body?: string[]
  visible_text?: string
  visible_text_nows?: string
  visible_text_alternatives?: string[]
  visible_starts?: string
  contains?: string[]
  not_contains?: string[]
  whole?: boolean
  attachments?: ExpectedFile[]
  attachment_count?: number
  min_attachments?: number
  attachment_names?: string[]
  attachment_sizes?: number[]
  has_attachment_size?: number
  visible_attachment_names?: string[]
  cids?: string[]
  auto_reply?: boolean
  bounce?: boolean | string
  no_auto_response?: boolean
  report?: boolean
  max_ms?: number
}

export type Kind = 'mail' | 'reply_text' | 'reply_html' | 'signature'

export interface Case {
  id: string
  kind: Kind
  /** Below the folder. */
  file: string
  expect: Expectation
}

/** What the desk read from one case; kinds other than `mail` have only `visible_text`. */
export interface Result {
  /** It was not read at all. */
  error?: string
  ms: number
  subject: string
  from_email: string
  from_name: string
  to_emails: string[]
  cc_emails: string[]
  reply_to: string[]
  sender: string
  message_id: string
  in_reply_to: string
  references: string[]
  date: Date | null
  body_text: string | null
  body_html_text: string | null
  visible_text: string
  attachments: { filename: string; size: number; sha256: string; cid: string | null; hidden: boolean }[]
  auto_reply: boolean
  bounce: boolean
  report: boolean
}

export function readCases(folder: string): Case[] {
  const { cases }: { cases: Case[] } = JSON.parse(readFileSync(join(folder, 'expectations.json'), 'utf8'))
  return cases
}
