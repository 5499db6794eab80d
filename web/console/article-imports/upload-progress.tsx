// How much of a file is on the desk already.
import { Progress } from '@mantine/core'
import { useArticleWords } from '../articles/language/article-words.tsx'

export function UploadProgress({ share }: { share: number }) {
  const { t } = useArticleWords()
  return (
    <Progress
      value={100 * share}
      aria-label={t('transfer_uploading')}
      style={{ margin: 16, maxWidth: 320 }}
    />
  )
}
