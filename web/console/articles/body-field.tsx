// The body of an article, in the editor.
import { directionOf } from '../language/languages.ts'
import { findArticles } from './articles.ts'
import { ArticleEditor } from './editor/article-editor.tsx'
import { useArticleWords } from './language/article-words.tsx'
import { uploadArticleFile } from './upload-article-file.ts'

interface Props {
  value: string
  locale: string
  onChange?(body: string): void
}

/** Only to be read without `onChange`. */
export function BodyField({ value, locale, onChange }: Props) {
  const { t } = useArticleWords()
  return (
    <ArticleEditor
      label={t('article_body')}
      value={value}
      locale={locale}
      direction={directionOf(locale)}
      readOnly={!onChange}
      onChange={onChange ?? (() => {})}
      articles={findArticles}
      upload={uploadArticleFile}
    />
  )
}
