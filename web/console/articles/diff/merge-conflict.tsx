// Two people changed the same places of an article: place by place, the one who saves later says what stays.
import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { ArticleWordsProvider, useArticleWords } from '../language/article-words.tsx'
import styles from './diff.module.css'
import { conflictsOf, type Decision, decided, type MergeBlock, merged } from './merge.ts'

interface Props {
  blocks: readonly MergeBlock[]
  /** Who the other one is, if the desk knows. */
  by?: string | null
  onMerged(markdown: string): void
}

export function MergeConflict(props: Props) {
  return (
    <ArticleWordsProvider>
      <Places {...props} />
    </ArticleWordsProvider>
  )
}

function Places({ blocks, by, onMerged }: Props) {
  const { t } = useArticleWords()
  const [decisions, setDecisions] = useState<ReadonlyMap<number, Decision>>(new Map())
  const conflicts = conflictsOf(blocks)
  const left = conflicts.filter(index => !decisions.has(index)).length
  const text = merged(blocks, decisions)
  return (
    <div className={styles.merge}>
      <p className={styles.lead}>{t('merge_lead', { count: conflicts.length })}</p>
      {blocks.map((block, index) =>
        block.kind === 'same' ? (
          <Same key={`${index}-same`} text={block.text} />
        ) : (
          <Conflict
            key={`${index}-conflict`}
            block={block}
            by={by}
            number={conflicts.indexOf(index) + 1}
            count={conflicts.length}
            decision={decisions.get(index)}
            onDecide={decision => setDecisions(before => new Map(before).set(index, decision))}
          />
        ),
      )}
      <div className={styles.deeds}>
        <span role="status">{left > 0 ? t('merge_left', { count: left }) : t('merge_done')}</span>
        <Button disabled={text === null} onClick={() => text !== null && onMerged(text)}>
          {t('merge_take')}
        </Button>
      </div>
    </div>
  )
}

/** Of a long text on which both agree, what stands beside the places. */
function Same({ text }: { text: string }) {
  const lines = text.trim().split('\n')
  const shown = lines.length > 6 ? [...lines.slice(0, 2), '…', ...lines.slice(-2)] : lines
  return (
    <div className={styles.same} dir="auto">
      {shown.join('\n')}
    </div>
  )
}

interface ConflictProps {
  block: Extract<MergeBlock, { kind: 'conflict' }>
  by?: string | null | undefined
  number: number
  count: number
  decision: Decision | undefined
  onDecide(decision: Decision): void
}

const takes = ['yours', 'theirs', 'both'] as const

function Conflict({ block, by, number, count, decision, onDecide }: ConflictProps) {
  const { t } = useArticleWords()
  const stays = decided(block, decision)
  return (
    <fieldset className={styles.conflict} data-decided={decision !== undefined}>
      <legend>{t('merge_place', { number, count })}</legend>
      <div className={styles.versions}>
        <Version name={t('merge_yours')} text={block.yours} isTaken={isTaken(decision, 'yours')} />
        <Version name={by ?? t('merge_theirs')} text={block.theirs} isTaken={isTaken(decision, 'theirs')} />
      </div>
      <div className={styles.choices} role="group" aria-label={t('merge_place', { number, count })}>
        {takes.map(take => (
          <Button
            key={take}
            variant={decision?.take === take ? 'filled' : 'default'}
            aria-pressed={decision?.take === take}
            onClick={() => onDecide({ take })}
          >
            {t(`merge_${take}`)}
          </Button>
        ))}
        <Button
          variant={decision?.take === 'hand' ? 'filled' : 'default'}
          aria-pressed={decision?.take === 'hand'}
          onClick={() => onDecide({ take: 'hand', text: stays ?? block.yours })}
        >
          {t('merge_by_hand')}
        </Button>
      </div>
      {decision?.take === 'hand' && (
        <Textarea
          aria-label={t('merge_result', { number })}
          autosize
          minRows={3}
          autoFocus
          dir="auto"
          value={decision.text}
          onChange={event => onDecide({ take: 'hand', text: event.currentTarget.value })}
        />
      )}
    </fieldset>
  )
}

const isTaken = (decision: Decision | undefined, take: 'yours' | 'theirs'): boolean =>
  decision?.take === take || decision?.take === 'both'

function Version({ name, text, isTaken: taken }: { name: string; text: string; isTaken: boolean }) {
  const { t } = useArticleWords()
  return (
    <div className={styles.version} data-taken={taken} role="group" aria-label={name}>
      <p className={styles.name}>{name}</p>
      <div className={styles.text} dir="auto">
        {text || <em>{t('merge_empty')}</em>}
      </div>
    </div>
  )
}
