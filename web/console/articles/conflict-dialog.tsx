// Somebody else has changed the same lines meanwhile: what stands in each place, field by field.
import { useState } from 'react'
import { type ContentField, contentFields, type EditConflict } from '../../../contract/articles.ts'
import { fullTime } from '../language/time.ts'
import { Dialog } from '../look/dialog.tsx'
import styles from './article.module.css'
import { contentFrom, lined } from './conflict.ts'
import { MergeConflict } from './diff/merge-conflict.tsx'
import { useArticleWords } from './language/article-words.tsx'
import type { TextDraft } from './use-text-draft.ts'

interface Props {
  conflict: EditConflict
  draft: TextDraft
  save: TextDraft['save']
}

export function ConflictDialog({ conflict, draft, save }: Props) {
  const { t, locale } = useArticleWords()
  const [decided, setDecided] = useState<Partial<Record<ContentField, string>>>({})
  const open = contentFields.filter(
    field => decided[field] === undefined && conflict.merge[field]?.some(({ kind }) => kind === 'conflict'),
  )
  const [field] = open
  if (!field) return null
  const decide = (text: string) => {
    const all = { ...decided, [field]: text }
    setDecided(all)
    if (open.length > 1) return
    draft.settle(contentFrom(conflict, all))
    void save()
  }
  return (
    <Dialog onClose={draft.postpone} title={t('article_conflict')} size="xl">
      <div className={styles.conflict}>
        <p>
          {t('article_conflict_text', {
            name: conflict.by ?? t('article_somebody'),
            time: fullTime(locale, conflict.at),
          })}
        </p>
        <h3>{t(`article_field_${field}`)}</h3>
        <MergeConflict
          key={field}
          blocks={lined(conflict.merge[field] ?? [])}
          by={conflict.by}
          onMerged={decide}
        />
      </div>
    </Dialog>
  )
}
