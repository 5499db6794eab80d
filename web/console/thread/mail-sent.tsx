// Below an answer by mail: who got it beside the customer, and under which name it went.
import { IconMailForward } from '@tabler/icons-react'
import type { Conversation } from '../../../contract/conversations.ts'
import { useWords } from '../language/words.tsx'
import styles from './mail-details.module.css'
import { useMails } from './use-mails.ts'

interface Props {
  clientId: string | null
  conversation: Conversation
}

export function MailSent({ clientId, conversation }: Props) {
  const { t } = useWords()
  const sent = useMails(conversation)?.sent.find(one => one.clientId === clientId)
  if (!sent || !clientId) return null
  const { cc, bcc, sender } = sent
  const said = [
    cc.length > 0 && t('mail_sent_cc', { addresses: cc.join(', ') }),
    bcc.length > 0 && t('mail_sent_bcc', { addresses: bcc.join(', ') }),
    sender && t('mail_sent_as', { name: sender }),
  ].filter(Boolean)
  return said.length === 0 ? null : (
    <div className={styles.sent}>
      <IconMailForward size={14} aria-hidden />
      <span>{said.join(' · ')}</span>
    </div>
  )
}
