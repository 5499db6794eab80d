// Sends what is written: into the outbox, which keeps it until the desk has it.
import { notifications } from '@mantine/notifications'
import type { Conversation } from '../../../contract/conversations.ts'
import { useRunCommand } from '../commands/commands.tsx'
import { useWords } from '../language/words.tsx'
import { useOutbox } from './outbox.tsx'
import type { Draft, Kind } from './use-draft.ts'
import type { Recipients } from './use-recipients.ts'
import type { UploadList } from './use-uploads.ts'

export type Then = 'waiting' | 'solved'

interface Parts {
  conversation: Conversation
  kind: Kind
  draft: Draft
  uploads: UploadList
  recipients: Recipients
  seen: number
  /** The staff whose names stand in a text. */
  mentioned(text: string): string[]
}

export function useSend({ conversation, kind, draft, uploads, recipients, seen, mentioned }: Parts) {
  const { t } = useWords()
  const office = useOutbox()
  const run = useRunCommand()
  const body = draft.text.trim()
  const isReady = (body !== '' || uploads.done.length > 0) && !uploads.isBusy
  /** False where a recipient is wrong; the fields then say what. */
  const send = (then?: Then): boolean => {
    const mail = kind === 'message' && recipients.isThere ? recipients.take() : undefined
    if (mail === null) return false
    const files = uploads.done
    const entry = {
      clientId: crypto.randomUUID(),
      body,
      attachments: files.map(({ id }) => id),
      kind,
      mentions: kind === 'note' ? mentioned(body) : [],
      ...(kind === 'message' && { seen, then }),
    }
    office.send(conversation.id, { entry, files, ...(mail && { mail }) })
    draft.sent()
    uploads.clear()
    if (kind === 'message') recipients.clear()
    if (!then || kind === 'note') return true
    notifications.show({
      message: t(then === 'solved' ? 'sent_and_solved' : 'sent_and_waiting', {
        number: String(conversation.number),
      }),
      color: 'sea',
      autoClose: 3_000,
    })
    if (then === 'solved') run('next')
    return true
  }
  return { isReady, send }
}
