// The questions that people ask when this is what they need: search finds the article by them.
import { Button, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useRef } from 'react'
import { IconButton } from '../../kit/icon-button.tsx'
import { directionOf } from '../language/languages.ts'
import styles from './article.module.css'
import { useArticleWords } from './language/article-words.tsx'

const mostQuestions = 20

interface Props {
  value: readonly string[]
  locale: string
  isFixed: boolean
  onChange(questions: string[]): void
}

export function QuestionsField({ value, locale, isFixed, onChange }: Props) {
  const { t } = useArticleWords()
  const labelId = useId()
  const list = useRef<HTMLDivElement>(null)
  const focus = (at: number) =>
    requestAnimationFrame(() => list.current?.querySelectorAll('input')[at]?.focus())
  const add = (at: number) => {
    if (value.length >= mostQuestions) return
    onChange(value.toSpliced(at, 0, ''))
    focus(at)
  }
  const remove = (at: number) => {
    onChange(value.toSpliced(at, 1))
    focus(Math.max(0, at - 1))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>, at: number) => {
    if (event.nativeEvent.isComposing) return
    const isEmpty = value[at] === ''
    if (event.key === 'Enter') add(at + 1)
    else if (event.key === 'Backspace' && isEmpty) remove(at)
    else return
    event.preventDefault()
  }
  return (
    <div role="group" aria-labelledby={labelId} className={styles.questions} ref={list}>
      <div>
        <span id={labelId} className={styles.label}>
          {t('article_questions')}
        </span>
        <p className={styles.hint}>{t('article_questions_text')}</p>
      </div>
      {value.map((question, at) => (
        <div key={at} className={styles.question}>
          <TextInput
            aria-label={t('article_question', { number: at + 1 })}
            lang={locale}
            dir={directionOf(locale)}
            maxLength={200}
            readOnly={isFixed}
            value={question}
            onChange={event => onChange(value.with(at, event.currentTarget.value))}
            onKeyDown={event => onKeyDown(event, at)}
          />
          {!isFixed && (
            <IconButton label={t('article_question_remove', { number: at + 1 })} onClick={() => remove(at)}>
              <IconX size={16} />
            </IconButton>
          )}
        </div>
      ))}
      {!isFixed && (
        <Button
          variant="subtle"
          size="xs"
          leftSection={<IconPlus size={14} />}
          disabled={value.length >= mostQuestions}
          onClick={() => add(value.length)}
          style={{ alignSelf: 'flex-start' }}
        >
          {t('article_question_add')}
        </Button>
      )}
    </div>
  )
}
