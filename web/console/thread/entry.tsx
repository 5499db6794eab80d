// One entry of a conversation: a message, a note that only the desk sees, or a line that says what happened.
import { IconFileText, IconLock } from '@tabler/icons-react'
import { memo, useState } from 'react'
import type { Conversation, StaffEntry } from '../../../contract/conversations.ts'
import { Avatar } from '../../kit/avatar.tsx'
import { Tag } from '../../kit/tag.tsx'
import { clockTime, fullTime } from '../language/time.ts'
import { useWords } from '../language/words.tsx'
import styles from './entries.module.css'
import { EntryEdit } from './entry-edit.tsx'
import { EntryLine } from './entry-line.tsx'
import { EntryTools } from './entry-tools.tsx'
import { Files } from './files.tsx'
import { MailDetails, useMail } from './mail-details.tsx'
import { MailFailed } from './mail-failed.tsx'
import { MailFrame } from './mail-frame.tsx'
import { MailSent } from './mail-sent.tsx'
import { RichText } from './rich-text.tsx'

export type Written = Extract<StaffEntry, { kind: 'message' | 'note' }>

interface Props {
  entry: StaffEntry
  conversation: Conversation
  isFirst: boolean
  isMine: boolean
}

export const EntryView = memo(function EntryView(props: Props) {
  const { entry } = props
  if (entry.kind === 'line') return <EntryLine entry={entry} />
  if (entry.kind === 'message' || entry.kind === 'note') return <WrittenView {...props} entry={entry} />
  return null
})

function WrittenView({ entry, conversation, isFirst, isMine }: Props & { entry: Written }) {
  const { t, locale } = useWords()
  const [isEditing, setEditing] = useState(false)
  const [wantsHtml, setWantsHtml] = useState(false)
  const mail = useMail(entry, conversation)
  const isInCopy = entry.author.kind === 'participant'
  const side = entry.author.kind === 'customer' || isInCopy ? 'customer' : 'desk'
  const name = entry.author.name ?? (side === 'customer' ? t('visitor') : t('desk'))
  const isDeleted = entry.deletedAt !== null
  const hasHtml = mail !== undefined && mail.html !== 'none' && !isDeleted && !entry.editedAt
  const isHtml = hasHtml && wantsHtml
  return (
    <article
      className={styles.entry}
      data-side={side}
      data-kind={entry.kind}
      data-first={isFirst}
      data-html={isHtml}
      data-seq={entry.seq}
      aria-label={t(entry.kind === 'note' ? 'note_by' : 'message_by', {
        name,
        time: clockTime(locale, entry.at),
      })}
    >
      <div className={styles.face}>
        {isFirst && (
          <Avatar
            name={entry.author.name}
            id={entry.author.id ?? undefined}
            kind={side === 'customer' ? 'customer' : 'staff'}
          />
        )}
      </div>
      <div className={styles.body}>
        {isFirst && (
          <div className={styles.by}>
            {entry.kind === 'note' && <IconLock size={12} aria-hidden />}
            <b>{name}</b>
            {entry.kind === 'note' && <span>{t('note_hidden')}</span>}
            {isInCopy && <Tag>{t('mail_in_copy')}</Tag>}
            <time dateTime={entry.at} title={fullTime(locale, entry.at)}>
              {clockTime(locale, entry.at)}
            </time>
          </div>
        )}
        {isEditing ? (
          <EntryEdit entry={entry} onClose={() => setEditing(false)} />
        ) : isHtml ? (
          <MailFrame mail={mail} conversationId={conversation.id} />
        ) : (
          (entry.body || isDeleted) && (
            <div className={styles.bubble} data-deleted={isDeleted} title={fullTime(locale, entry.at)}>
              {isDeleted ? t('deleted') : <RichText text={entry.body} mentions={entry.kind === 'note'} />}
            </div>
          )
        )}
        {!isDeleted && entry.attachments.length > 0 && <Files files={entry.attachments} />}
        {hasHtml && (
          <button type="button" className={styles.turn} onClick={() => setWantsHtml(!wantsHtml)}>
            <IconFileText size={14} aria-hidden />
            {t(isHtml ? 'mail_as_text' : 'mail_as_html')}
          </button>
        )}
        {!isDeleted && side === 'desk' && (
          <>
            <MailSent clientId={entry.clientId} conversation={conversation} />
            <MailFailed seq={entry.seq} conversation={conversation} />
          </>
        )}
        {!isDeleted && mail && <MailDetails mail={mail} conversation={conversation} />}
        {entry.editedAt && !isDeleted && (
          <span className={styles.edited} title={fullTime(locale, entry.editedAt)}>
            {t('edited')}
          </span>
        )}
        {!isDeleted && !isEditing && (
          <EntryTools
            entry={entry}
            conversation={conversation}
            isMine={isMine}
            onEdit={() => setEditing(true)}
          />
        )}
      </div>
    </article>
  )
}
