// The HTML of a mail, in a frame that may run, load, send and see nothing; pictures from elsewhere only when asked for.
import { Button } from '@mantine/core'
import { IconPhotoOff, IconPhotoUp } from '@tabler/icons-react'
import { useState } from 'react'
import type { MailOfConversation, MailPictures } from '../../../contract/email.ts'
import { useWords } from '../language/words.tsx'
import styles from './mail-frame.module.css'

interface Props {
  mail: MailOfConversation
  conversationId: string
}

/** What was asked for counts as long as the frame is there, and no longer. */
export function MailFrame({ mail, conversationId }: Props) {
  const { t } = useWords()
  const [pictures, setPictures] = useState<MailPictures>('own')
  const areOff = pictures === 'own'
  return (
    <div className={styles.mail}>
      {mail.html === 'remote' && (
        <div className={styles.pictures}>
          {areOff ? <IconPhotoOff size={16} aria-hidden /> : <IconPhotoUp size={16} aria-hidden />}
          <span role="status">{t(areOff ? 'mail_pictures_off' : 'mail_pictures_on')}</span>
          {areOff && (
            <Button size="compact-xs" variant="default" onClick={() => setPictures('remote')}>
              {t('mail_pictures_load')}
            </Button>
          )}
        </div>
      )}
      <iframe
        key={pictures}
        className={styles.frame}
        title={t('mail_frame', { address: mail.from?.address ?? '' })}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
        src={`/api/conversations/${conversationId}/mails/${mail.seq}/html?pictures=${pictures}`}
      />
    </div>
  )
}
