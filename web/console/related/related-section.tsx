// In the details of a conversation: what goes on in it, where it goes on, and what it is linked to.
import { IconArrowMerge, IconLink, IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { Conversation } from '../../../contract/conversations.ts'
import type { Other } from '../../../contract/related.ts'
import { IconButton } from '../../kit/icon-button.tsx'
import { isFixed } from '../conversations/belongs.ts'
import { StatusIcon } from '../conversations/status-tag.tsx'
import side from '../customers/side-bar.module.css'
import { useWords } from '../language/words.tsx'
import { useMay } from '../session/session.ts'
import { LinkDialog, MergeDialog } from './relate-dialogs.tsx'
import styles from './related.module.css'
import { useRelate, useRelated } from './use-related.ts'

export function RelatedSection({ conversation }: { conversation: Conversation }) {
  const { t } = useWords()
  const may = useMay()
  const related = useRelated(conversation.id)
  const { unlink } = useRelate(conversation)
  const [dialog, setDialog] = useState<'merge' | 'link' | null>(null)
  const { mergedInto, merged = [], links = [], splitFrom, splitInto = [], sideOf } = related ?? {}
  const mayWrite = may('conversations.write')
  const isAlone =
    related && !mergedInto && !splitFrom && !sideOf && merged.length + links.length + splitInto.length === 0
  const close = () => setDialog(null)
  return (
    <section className={side.section} aria-labelledby="related">
      <h3 id="related">{t('related')}</h3>
      {isAlone && <p className={side.soft}>{t('related_none')}</p>}
      {sideOf && <Row other={sideOf} what={t('side_about')} />}
      {mergedInto && <Row other={mergedInto} what={t('status_merged_into')} />}
      {merged.map(other => (
        <Row key={other.number} other={other} what={t('merged_here')} />
      ))}
      {splitFrom && <Row other={splitFrom} what={t('split_off')} />}
      {splitInto.map(other => (
        <Row key={other.number} other={other} what={t('split_from_here')} />
      ))}
      {links.map(other => (
        <Row key={other.number} other={other} what={t('linked_here')}>
          {mayWrite && other.conversation && (
            <IconButton
              label={t('link_remove', { number: `#${other.number}` })}
              size={24}
              onClick={() => unlink.mutate(other.number)}
            >
              <IconX size={14} />
            </IconButton>
          )}
        </Row>
      ))}
      {mayWrite && (
        <div className={styles.actions}>
          {!isFixed(conversation) && !conversation.sideOf && (
            <button type="button" className={side.add} onClick={() => setDialog('merge')}>
              <IconArrowMerge size={12} aria-hidden /> {t('merge_action')} …
            </button>
          )}
          <button type="button" className={side.add} onClick={() => setDialog('link')}>
            <IconLink size={12} aria-hidden /> {t('link_action')} …
          </button>
        </div>
      )}
      {dialog === 'merge' && <MergeDialog conversation={conversation} onClose={close} />}
      {dialog === 'link' && <LinkDialog conversation={conversation} onClose={close} />}
    </section>
  )
}

/** Of one that isn't the reader's to see, only that it is there. */
function Row({ other, what, children }: { other: Other; what: string; children?: ReactNode }) {
  const { t, word } = useWords()
  const { number, conversation } = other
  return (
    <div className={styles.row}>
      {conversation ? (
        <Link
          to="/inbox/$view/$id"
          params={{ view: 'all', id: conversation.id }}
          search={{}}
          className={side.previous}
          title={word('statuses', conversation.status)}
        >
          <StatusIcon status={conversation.status} size={15} />
          <b>#{number}</b>
          <span>{conversation.subject ?? conversation.preview}</span>
          <small>{what}</small>
        </Link>
      ) : (
        <p className={styles.unseen}>
          <b>#{number}</b> <span>{t('related_unseen')}</span> <small>{what}</small>
        </p>
      )}
      {children}
    </div>
  )
}
