// Files that are being sent, those that could not be, and what a paste left out.
import { IconX } from '@tabler/icons-react'
import { IconButton } from '../../../kit/icon-button.tsx'
import { useArticleWords } from '../language/article-words.tsx'
import styles from './editor.module.css'
import type { Media } from './use-media.ts'

interface Props {
  media: Media
  /** Pictures that a paste left out. */
  dropped: number
  onSeen(): void
}

export function OnTheirWay({ media, dropped, onSeen }: Props) {
  const { t, word } = useArticleWords()
  return (
    <div role="status" className={styles.notices}>
      {dropped > 0 && (
        <div className={styles.notice}>
          <span>{t('editor_pictures_dropped', { count: dropped })}</span>
          <IconButton label={t('close')} size={24} onClick={onSeen}>
            <IconX size={14} />
          </IconButton>
        </div>
      )}
      {media.all.map(({ key, name, progress, fault }) => (
        <div key={key} className={styles.notice} data-failed={fault !== undefined}>
          <span>{fault ? `${name}: ${word('errors', fault)}` : t('uploading', { name })}</span>
          {fault ? (
            <IconButton label={t('remove_file', { name })} size={24} onClick={() => media.remove(key)}>
              <IconX size={14} />
            </IconButton>
          ) : (
            <progress value={progress} aria-label={t('uploading', { name })} />
          )}
        </div>
      ))}
    </div>
  )
}
