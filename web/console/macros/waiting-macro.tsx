// Above the answer: what will be done with it when it is sent.
import { IconBolt, IconX } from '@tabler/icons-react'
import type { Macro } from '../../../contract/automation.ts'
import { IconButton } from '../../kit/icon-button.tsx'
import { useActionWords } from '../actions/action-words.ts'
import { useWords } from '../language/words.tsx'
import styles from './waiting-macro.module.css'

interface Props {
  macro: Macro
  isMore: boolean
  onDrop(): void
}

export function WaitingMacro({ macro, isMore, onDrop }: Props) {
  const { t } = useWords()
  const said = useActionWords()
  const others = macro.actions.filter(action => action.do !== 'reply').map(said)
  return (
    <div className={styles.macro} role="status">
      <IconBolt size={16} aria-hidden />
      <span>
        {t('macro_with', { name: macro.name })} {others.join(' · ') || t('rule_nothing')}
        {isMore && <strong> {t('macro_alone')}</strong>}
      </span>
      <IconButton label={t('macro_drop')} size={24} onClick={onDrop}>
        <IconX size={14} />
      </IconButton>
    </div>
  )
}
