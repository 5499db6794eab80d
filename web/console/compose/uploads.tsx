// The files of an answer that is being written.
import { IconPaperclip, IconX } from '@tabler/icons-react'
import { IconButton } from '../../kit/icon-button.tsx'
import { useWords } from '../language/words.tsx'
import styles from './composer.module.css'
import type { UploadList } from './use-uploads.ts'

export function Uploads({ uploads }: { uploads: UploadList }) {
  const { t, word } = useWords()
  if (uploads.all.length === 0) return null
  return (
    <div className={styles.uploads} role="list" aria-label={t('files')}>
      {uploads.all.map(({ key, name, progress, file, fault }) => (
        <div
          key={key}
          role="listitem"
          className={styles.upload}
          data-failed={fault !== undefined}
          title={fault ? word('errors', fault) : name}
        >
          <IconPaperclip size={14} aria-hidden />
          <span className={styles.name}>{fault ? `${name}: ${word('errors', fault)}` : name}</span>
          <IconButton label={t('remove_file', { name })} size={22} onClick={() => uploads.remove(key)}>
            <IconX size={13} />
          </IconButton>
          {!file && !fault && <progress value={progress} aria-label={t('uploading', { name })} />}
        </div>
      ))}
    </div>
  )
}
