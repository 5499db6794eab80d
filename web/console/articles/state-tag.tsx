// How far a text has come, as a word with a sign of its own.
import { IconCircleCheck, IconEye, IconHistoryToggle, IconPencil, IconWorld } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { ArticleRow, TextState } from '../../../contract/articles.ts'
import { Tag, type Tone } from '../../kit/tag.tsx'
import { languageName } from '../language/languages.ts'
import { useArticleWords } from './language/article-words.tsx'

const looks: Record<TextState, { tone: Tone; icon: ReactNode }> = {
  draft: { tone: 'plain', icon: <IconPencil size={13} aria-hidden /> },
  in_review: { tone: 'waiting', icon: <IconEye size={13} aria-hidden /> },
  approved: { tone: 'brand', icon: <IconCircleCheck size={13} aria-hidden /> },
  published: { tone: 'brand', icon: <IconWorld size={13} aria-hidden /> },
}

export function StateTag({ state }: { state: TextState }) {
  const { t } = useArticleWords()
  return (
    <Tag tone={looks[state].tone} icon={looks[state].icon}>
      {t(`article_state_${state}`)}
    </Tag>
  )
}

/** A text among others: its language, how far it has come, and whether the original has moved on. */
export function TextTag({ text }: { text: ArticleRow['texts'][number] }) {
  const { t, locale } = useArticleWords()
  const state = t(`article_state_${text.state}`)
  const name = languageName(locale, text.locale)
  const isNewer = text.published && text.state !== 'published'
  const notes = [state, isNewer && t('article_public_too'), text.outdated && t('article_outdated')]
  return (
    <Tag
      tone={text.outdated ? 'waiting' : looks[text.state].tone}
      icon={text.outdated ? <IconHistoryToggle size={13} aria-hidden /> : looks[text.state].icon}
      title={`${name}: ${notes.filter(Boolean).join(', ')}`}
    >
      <span lang={text.locale}>{text.locale}</span> {notes.filter(Boolean).join(', ')}
    </Tag>
  )
}
