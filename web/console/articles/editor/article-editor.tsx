// The editor of an article's body, which loads by itself where it is shown.
import { Loader } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useWords } from '../../language/words.tsx'
import type { SearchArticles } from './link-dialog.tsx'
import type { UploadFile } from './use-media.ts'

export interface ArticleEditorProps {
  /** Markdown; blocks that nobody touches come back to the letter. */
  value: string
  onChange(markdown: string): void
  /** What is written here, for those who can't see it. */
  label: string
  /** The language of the text, and the way it is written. */
  locale: string
  direction: 'ltr' | 'rtl'
  readOnly?: boolean
  /** Finds other articles to link to. */
  articles: SearchArticles
  upload: UploadFile
}

const Editor = lazy(() => import('./editor.tsx'))

export function ArticleEditor(props: ArticleEditorProps) {
  const { t } = useWords()
  return (
    <Suspense fallback={<Loader aria-label={t('loading')} />}>
      <Editor {...props} />
    </Suspense>
  )
}
