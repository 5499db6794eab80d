// What changed between two revisions: by colour, by sign and by a line through or under it, and in words for those who hear it.
import { UnstyledButton } from '@mantine/core'
import { IconArrowsVertical } from '@tabler/icons-react'
import { useState } from 'react'
import type { RevisionDiff as Pieces } from '../../../../contract/articles.ts'
import { ArticleWordsProvider, useArticleWords } from '../language/article-words.tsx'
import styles from './diff.module.css'
import { fold, type Part, type Piece } from './fold.ts'

export function RevisionDiff({ pieces }: { pieces: Pieces }) {
  return (
    <ArticleWordsProvider>
      <Fields pieces={pieces} />
    </ArticleWordsProvider>
  )
}

function Fields({ pieces }: { pieces: Pieces }) {
  const { t } = useArticleWords()
  const changed = pieces.filter(({ parts }) => parts.some(({ change }) => change !== 'same'))
  if (changed.length === 0) return <p className={styles.none}>{t('diff_none')}</p>
  return (
    <div className={styles.diff}>
      <p className={styles.legend} aria-hidden>
        {t('diff_legend')}
      </p>
      {changed.map(({ field, parts }) => (
        <section key={field} aria-label={t(`diff_${field}`)}>
          <p className={styles.name}>{t(`diff_${field}`)}</p>
          <div className={styles.text} dir="auto">
            {fold(parts).map((piece, index) => (
              <Shown key={`${index}-${piece.kind}`} piece={piece} />
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}

function Shown({ piece }: { piece: Piece }) {
  const { t } = useArticleWords()
  const [isOpen, setOpen] = useState(false)
  if (piece.kind === 'part') return <Changed part={piece.part} />
  if (isOpen) return <span>{piece.text}</span>
  return (
    <UnstyledButton className={styles.fold} onClick={() => setOpen(true)}>
      <IconArrowsVertical size={14} aria-hidden />
      {t('diff_unfold', { count: piece.lines })}
    </UnstyledButton>
  )
}

function Changed({ part: { text, change } }: { part: Part }) {
  const { t } = useArticleWords()
  if (change === 'same') return <span>{text}</span>
  const Element = change === 'added' ? 'ins' : 'del'
  // The line ends behind the change, so that the mark does not reach into the next one.
  const words = text.replace(/\n+$/, '')
  return (
    <>
      <Element className={styles[change]}>
        <span className="visually-hidden">{t(`diff_${change}`)} </span>
        <span className={styles.sign} aria-hidden>
          {change === 'added' ? '+' : '−'}
        </span>
        {words || '¶'}
        <span className="visually-hidden"> {t('diff_end')}</span>
      </Element>
      {text.slice(words.length)}
    </>
  )
}
