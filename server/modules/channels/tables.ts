// The tables of the ways in and out: mailboxes, mails as they came, and mails on their way out.
import type { ColumnType, Generated } from 'kysely'
import type { MailDetails, MailSource, MailState } from '../../../contract/email.ts'
import type { ImapFault, ImapSecurity, ImapStart } from '../../../contract/imap.ts'
import type { ImportFault, ImportState } from '../../../contract/mail-import.ts'
import type { DkimFound, NoticeKind } from '../../../contract/outbound-mail.ts'

export interface RefusedRecipient {
  address: string
  /** Like `5.1.1` or `550`. */
  status: string | null
}

type MaybeStamp = ColumnType<Date | null, Date | null | undefined, Date | null>

declare module '../../platform/db.ts' {
  interface Tables {
    mailboxes: {
      id: string
      address: string
      name: string
      team_id: string | null
      signature: string
      created_at: Date
      removed_at: ColumnType<Date | null, undefined, Date>
      forwards_in: Generated<boolean>
    }
    sender_identities: {
      id: string
      mailbox_id: string
      name: string
      address: string
      team_id: string | null
      signatures: ColumnType<Record<string, string>, string, string>
      created_at: Date
      removed_at: ColumnType<Date | null, undefined, Date>
    }
    answer_envelopes: {
      conversation_id: string
      client_id: string
      staff_id: string | null
      cc: string[]
      bcc: string[]
      sender: 'usual' | 'mailbox' | 'identity'
      identity_id: string | null
      seq: ColumnType<number | null, undefined, number>
      created_at: Date
    }
    forwards: {
      id: string
      number: Generated<number>
      conversation_id: string
      seq: number
      recipient: string
      staff_id: string | null
      staff_name: string
      created_at: Date
    }
    dkim_keys: {
      id: string
      domain: string
      selector: string
      sealed_private_key: Buffer
      public_key: string
      active: Generated<boolean>
      created_at: Date
      checked_at: MaybeStamp
      found: ColumnType<DkimFound | null, undefined, DkimFound>
    }
    mail_suppressions: {
      address: string
      kind: NoticeKind
      created_at: Date
    }
    imap_accounts: {
      mailbox_id: string
      host: string
      port: number
      security: ImapSecurity
      username: string
      sealed_password: Buffer
      folder: string
      move_to: string | null
      start: ImapStart
      revision: string
      uid_validity: string | null
      last_uid: number | null
      taken_uid: number | null
      began_at: MaybeStamp
      old_until: number | null
      trying_uid: number | null
      tries: Generated<number>
      passed_over: Generated<number>
      node_id: string | null
      connected_at: MaybeStamp
      last_mail_at: MaybeStamp
      fault: ImapFault | null
      fault_at: MaybeStamp
      retry_at: MaybeStamp
    }
    mails: {
      id: string
      mailbox_id: string
      digest: Buffer
      raw: ColumnType<Buffer | null, Buffer | null | undefined, never>
      storage_key: string | null
      size: number
      source: MailSource
      envelope_from: string | null
      envelope_to: string[]
      peer_ip: string | null
      peer_name: string | null
      received_at: Date
      whole_size: number | null
      state: ColumnType<MailState, MailState | undefined, MailState>
      message_id: ColumnType<string | null, string | null | undefined, string | null>
      conversation_id: ColumnType<string | null, undefined, string | null>
      seq: ColumnType<number | null, undefined, number | null>
      details: ColumnType<MailDetails | null, string | undefined, string>
      import_id: ColumnType<string | null, string | undefined, string>
      node_id: ColumnType<string | null, string | null | undefined, null>
    }
    mail_imports: {
      id: string
      mailbox_id: string
      created_at: Date
      host: string | null
      port: number | null
      security: ImapSecurity | null
      username: string | null
      sealed_password: Buffer | null
      file_keys: ColumnType<string[] | null, string[] | undefined, string[] | null>
      folders: string[]
      since: MaybeStamp
      until: Date
      state: ImportState
      node_id: ColumnType<string | null, undefined, string | null>
      uid_validities: ColumnType<string[] | null, undefined, string[] | null>
      cursor_at: MaybeStamp
      cursor_folder: ColumnType<number | null, undefined, number | null>
      cursor_uid: ColumnType<number | null, undefined, number | null>
      total: ColumnType<number | null, undefined, number | null>
      filed: Generated<number>
      automatic: Generated<number>
      skipped: Generated<number>
      unreadable: Generated<number>
      conversations: Generated<number>
      per_second: ColumnType<number | null, undefined, number | null>
      fault: ColumnType<ImapFault | null, undefined, ImapFault | null>
      fault_at: MaybeStamp
      retry_at: MaybeStamp
      ended_at: MaybeStamp
    }
    mail_import_faults: {
      import_id: string
      folder: string
      uid: number
      arrived_at: Date
      size: number
      reason: ImportFault
      mail_id: string | null
    }
    outgoing_mails: {
      id: string
      recipient: string
      sealed_content: Buffer | null
      conversation_id: string | null
      seq: number | null
      tries: Generated<number>
      created_at: Date
      claimed_until: MaybeStamp
      sent_at: MaybeStamp
      failed_at: MaybeStamp
      failure: ColumnType<string | null, string | null | undefined, string | null>
      bounced_at: MaybeStamp
      bounce_status: ColumnType<string | null, undefined, string | null>
      cc: Generated<string[]>
      bcc: Generated<string[]>
      taken: Generated<string[]>
      refused: ColumnType<RefusedRecipient[], string | undefined, string>
      notice: ColumnType<NoticeKind | null, NoticeKind | null | undefined, never>
    }
  }
}
