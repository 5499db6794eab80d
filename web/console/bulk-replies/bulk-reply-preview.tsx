// How customers will read a bulk reply: how many in each language, and the first of them as an example.
import type { Conversation } from '../../../contract/conversations.ts'
import { hasPlaceholder } from '../../../rules/placeholders.ts'
import { Tag } from '../../kit/tag.tsx'
import { useWords } from '../language/words.tsx'
import styles from './bulk-replies.module.css'

export interface Filled {
  conversation: Conversation
  text: string
}

export function BulkReplyPreview({ filled }: { filled: readonly Filled[] }) {
  const { t } = useWords()
  const whole = filled.filter(({ text }) => !hasPlaceholder(text))
  const gaps = filled.length - whole.length
  const byLanguage = Map.groupBy(whole, ({ conversation }) => conversation.locale)
  return (
    <section aria-label={t('bulk_reply_preview')} className={styles.preview}>
      <h3>{t('bulk_reply_preview')}</h3>
      {[...byLanguage].map(([locale, those]) => (
        <div key={locale} className={styles.example}>
          <p>
            <Tag>{locale.toUpperCase()}</Tag> {t('bulk_reply_whom', { count: those.length })}
          </p>
          <blockquote lang={locale}>{those[0]?.text}</blockquote>
        </div>
      ))}
      {gaps > 0 && <p role="status">{t('bulk_reply_gaps', { count: gaps })}</p>}
    </section>
  )
}
