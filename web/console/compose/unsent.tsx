// Says, before anybody writes for nothing, that an answer by mail would not leave the desk.
import { IconMailOff } from '@tabler/icons-react'
import type { Conversation } from '../../../contract/conversations.ts'
import { useWords } from '../language/words.tsx'
import { useMails } from '../thread/use-mails.ts'
import styles from './composer.module.css'

export function Unsent({ conversation }: { conversation: Conversation }) {
  const { t } = useWords()
  const answers = useMails(conversation)?.answers ?? 'go_out'
  if (answers === 'go_out') return null
  return (
    <div className={styles.warning} role="status">
      <IconMailOff size={16} aria-hidden />
      <span>{t(answers === 'no_address' ? 'unsent_no_address' : 'unsent_no_mail_server')}</span>
    </div>
  )
}
