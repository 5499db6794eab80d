// Below a message that came by mail: whether its sender is proven, who else got it, and what it quoted.
import {
  IconChevronRight,
  IconDownload,
  IconMail,
  IconShieldCheck,
  IconShieldQuestion,
  IconShieldX,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Conversation } from '../../../contract/conversations.ts'
import type { MailOfConversation } from '../../../contract/email.ts'
import { useWords } from '../language/words.tsx'
import { useMay } from '../session/session.ts'
import type { Written } from './entry.tsx'
import styles from './mail-details.module.css'
import { useMails } from './use-mails.ts'

const marks: Record<MailOfConversation['verdict']['sender'], ReactNode> = {
  pass: <IconShieldCheck size={14} aria-hidden />,
  none: <IconShieldQuestion size={14} aria-hidden />,
  fail: <IconShieldX size={14} aria-hidden />,
}

export function MailDetails({
  mail,
  conversation,
}: {
  mail: MailOfConversation
  conversation: Conversation
}) {
  const { t } = useWords()
  const may = useMay()
  const { from, to, cc, subject, verdict, quoted, cut } = mail
  const people = (list: MailOfConversation['to']) => list.map(({ address }) => address).join(', ')
  return (
    <details className={styles.mail}>
      <summary>
        <IconMail size={14} aria-hidden />
        {from?.address}
        <span className={styles.verdict} data-verdict={verdict.sender}>
          {marks[verdict.sender]}
          {t(`mail_sender_${verdict.sender}`)}
        </span>
        <IconChevronRight size={14} aria-hidden className={styles.turn} />
      </summary>
      <dl>
        <dt>{t('mail_subject')}</dt>
        <dd>{subject}</dd>
        <dt>{t('mail_to')}</dt>
        <dd>{people(to)}</dd>
        {cc.length > 0 && (
          <>
            <dt>{t('mail_cc')}</dt>
            <dd>{people(cc)}</dd>
          </>
        )}
        <dt>{t('mail_checks')}</dt>
        <dd>
          SPF {verdict.spf} · DKIM {verdict.dkim} · DMARC {verdict.dmarc}
        </dd>
        {cut.length > 0 && (
          <>
            <dt>{t('mail_cut')}</dt>
            <dd>{cut.join(', ')}</dd>
          </>
        )}
      </dl>
      {quoted && (
        <>
          <p className={styles.title}>{t('mail_quoted')}</p>
          <pre>{quoted}</pre>
        </>
      )}
      {may('mails.read_raw') && (
        <a
          className={styles.raw}
          href={`/api/conversations/${conversation.id}/mails/${mail.seq}/raw`}
          download
          title={t('mail_raw_text')}
        >
          <IconDownload size={14} aria-hidden />
          {t('mail_raw')}
        </a>
      )}
    </details>
  )
}

/** The mail behind an entry, as far as it came by mail. */
export function useMail(entry: Written, conversation: Conversation): MailOfConversation | undefined {
  const known = useMails(conversation)
  // A note about a mail stands below the line that says whose it is.
  const at = entry.kind === 'note' ? entry.seq - 1 : entry.seq
  return known?.mails.find(mail => mail.seq === at)
}
