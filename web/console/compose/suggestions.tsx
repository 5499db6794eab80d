// The menu over the text field.
import { useEffect } from 'react'
import { useWords } from '../language/words.tsx'
import styles from './composer.module.css'
import type { Suggestion } from './use-suggestions.ts'

interface Props {
  id: string
  sign: '/' | '@'
  options: readonly Suggestion[]
  chosen: Suggestion | undefined
  onChoose(suggestion: Suggestion): void
}

export function Suggestions({ id, sign, options, chosen, onChoose }: Props) {
  const { t } = useWords()
  useEffect(() => {
    if (chosen) document.getElementById(`${id}-${chosen.id}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, chosen])
  const label = sign === '/' ? t('canned_replies') : t('mention')
  return (
    <div id={id} role="listbox" aria-label={label} className={styles.suggestions}>
      {options.length === 0 && (
        <div className={styles.none}>{sign === '/' ? t('canned_none') : t('mention_none')}</div>
      )}
      {options.map(option => (
        <div
          key={option.id}
          id={`${id}-${option.id}`}
          role="option"
          tabIndex={-1}
          aria-selected={option === chosen}
          className={styles.suggestion}
          // The field keeps the focus, and with it the caret.
          onMouseDown={event => {
            event.preventDefault()
            onChoose(option)
          }}
        >
          <code>{option.code}</code>
          <b>{option.title}</b>
          <span>{option.detail}</span>
        </div>
      ))}
    </div>
  )
}
