// What can be done with one entry: correct one's own, delete it for everybody, send it on, make an article of it.
import { IconFilePlus, IconMailForward, IconPencil, IconTrash } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import type { Conversation } from '../../../contract/conversations.ts'
import { Choose } from '../../kit/choose.tsx'
import { IconButton } from '../../kit/icon-button.tsx'
import { answer, api } from '../api/client.ts'
import { useShowFault } from '../api/use-fault.ts'
import { isFixed } from '../conversations/belongs.ts'
import { useWords } from '../language/words.tsx'
import { useMay } from '../session/session.ts'
import styles from './entries.module.css'
import type { Written } from './entry.tsx'
import { ForwardDialog } from './forward-dialog.tsx'

const ProposalDialog = lazy(() =>
  import('../article-gaps/proposal-dialog.tsx').then(module => ({ default: module.ProposalDialog })),
)

interface Props {
  entry: Written
  conversation: Conversation
  isMine: boolean
  onEdit(): void
}

export function EntryTools({ entry, conversation, isMine, onEdit }: Props) {
  const { t } = useWords()
  const may = useMay()
  const showFault = useShowFault()
  const [isAsking, setAsking] = useState(false)
  const mayEdit = isMine && may('conversations.write') && !isFixed(conversation)
  const [isForwarding, setForwarding] = useState(false)
  const mayDelete = mayEdit || (may('conversations.delete_entry') && entry.author.kind !== 'system')
  const mayForward =
    entry.kind === 'message' && conversation.channel === 'email' && may('conversations.write')
  const [isProposing, setProposing] = useState(false)
  const mayPropose = entry.kind === 'message' && entry.author.kind === 'staff' && may('conversations.write')
  if (!mayEdit && !mayDelete && !mayForward && !mayPropose) return null
  return (
    <div className={styles.tools}>
      {mayForward && (
        <IconButton label={t('mail_forward')} size={26} data-forward onClick={() => setForwarding(true)}>
          <IconMailForward size={15} />
        </IconButton>
      )}
      {mayPropose && (
        <IconButton label={t('article_from_reply')} size={26} onClick={() => setProposing(true)}>
          <IconFilePlus size={15} />
        </IconButton>
      )}
      {mayEdit && (
        <IconButton label={t('edit')} size={26} onClick={onEdit}>
          <IconPencil size={15} />
        </IconButton>
      )}
      {mayDelete && (
        <IconButton label={t('delete')} size={26} onClick={() => setAsking(true)}>
          <IconTrash size={15} />
        </IconButton>
      )}
      {isForwarding && (
        <ForwardDialog conversation={conversation} seq={entry.seq} onClose={() => setForwarding(false)} />
      )}
      {isProposing && (
        <Suspense>
          <ProposalDialog
            from={{ conversationId: entry.conversationId, seq: entry.seq }}
            onClose={() => setProposing(false)}
          />
        </Suspense>
      )}
      {isAsking && (
        <Choose
          title={t('delete_entry')}
          yes={t('delete')}
          no={t('cancel')}
          onClose={() => setAsking(false)}
          onYes={() =>
            answer(
              api.DELETE('/api/conversations/{id}/entries/{seq}', {
                params: { path: { id: entry.conversationId, seq: entry.seq } },
              }),
            ).then(() => {}, showFault)
          }
        >
          {t('delete_entry_text')}
        </Choose>
      )}
    </div>
  )
}
