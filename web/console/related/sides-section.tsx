// In the details of a conversation: what others were asked about it, and how that stands.
import { IconUsersGroup } from '@tabler/icons-react'
import { useState } from 'react'
import type { Conversation } from '../../../contract/conversations.ts'
import { isFixed } from '../conversations/belongs.ts'
import { StatusIcon } from '../conversations/status-tag.tsx'
import side from '../customers/side-bar.module.css'
import { useWords } from '../language/words.tsx'
import { useMay } from '../session/session.ts'
import { AskDialog } from './ask-dialog.tsx'
import styles from './related.module.css'
import { SideDialog } from './side-dialog.tsx'
import { useSides } from './use-sides.ts'

export function SidesSection({ conversation }: { conversation: Conversation }) {
  const { t, word } = useWords()
  const may = useMay()
  const { sides } = useSides(conversation.id)
  const [open, setOpen] = useState<Conversation | null>(null)
  const [isAsking, setAsking] = useState(false)
  return (
    <section className={side.section} aria-labelledby="sides">
      <h3 id="sides">{t('sides')}</h3>
      {sides.length === 0 && <p className={side.soft}>{t('related_none')}</p>}
      {sides.map(one => (
        <button
          key={one.id}
          type="button"
          className={styles.other}
          title={word('statuses', one.status)}
          onClick={() => setOpen(one)}
        >
          <StatusIcon status={one.status} size={15} />
          <b>#{one.number}</b>
          <span>{one.subject}</span>
          <small>{(one.team ?? one.assignee)?.name}</small>
        </button>
      ))}
      {may('conversations.write') && !isFixed(conversation) && (
        <div className={styles.actions}>
          <button type="button" className={side.add} onClick={() => setAsking(true)}>
            <IconUsersGroup size={12} aria-hidden /> {t('ask')} …
          </button>
        </div>
      )}
      {isAsking && <AskDialog conversation={conversation} onClose={() => setAsking(false)} />}
      {open && (
        <SideDialog
          of={conversation.id}
          number={open.number}
          title={open.subject ?? ''}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  )
}
