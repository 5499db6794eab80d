// The other names under which a mailbox answers: a list, and one of them at a time to be changed.
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Mailbox } from '../../../contract/email.ts'
import type { SenderIdentity } from '../../../contract/outbound-mail.ts'
import { Line } from '../../kit/section.tsx'
import { Tag } from '../../kit/tag.tsx'
import { useWords } from '../language/words.tsx'
import { Dialog } from '../look/dialog.tsx'
import styles from '../profile/profile.module.css'
import { useTeams } from '../teams/teams.ts'
import { IdentityForm } from './identity-form.tsx'

export function IdentitiesDialog({ mailbox, onClose }: { mailbox: Mailbox; onClose(): void }) {
  const { t } = useWords()
  const [open, setOpen] = useState<SenderIdentity | 'new' | null>(null)
  return (
    <Dialog onClose={onClose} title={t('identities_open_named', { name: mailbox.address })}>
      {open ? (
        <IdentityForm
          mailbox={mailbox}
          identity={open === 'new' ? null : open}
          onDone={() => setOpen(null)}
        />
      ) : (
        <Identities mailbox={mailbox} onOpen={setOpen} />
      )}
    </Dialog>
  )
}

interface ListProps {
  mailbox: Mailbox
  onOpen(identity: SenderIdentity | 'new'): void
}

function Identities({ mailbox, onOpen }: ListProps) {
  const { t } = useWords()
  const teams = useTeams()
  return (
    <div className={styles.steps}>
      <p>{t('identities_lead')}</p>
      <div>
        {mailbox.identities.map(identity => (
          <Line
            key={identity.id}
            title={
              <>
                {identity.name}
                <Tag>
                  {identity.teamId
                    ? (teams.find(({ id }) => id === identity.teamId)?.name ?? t('team'))
                    : t('identity_no_team')}
                </Tag>
              </>
            }
            detail={identity.address}
          >
            <Button
              variant="subtle"
              color="gray"
              size="xs"
              onClick={() => onOpen(identity)}
              aria-label={t('edit_named', { name: identity.name })}
            >
              {t('edit')}
            </Button>
          </Line>
        ))}
      </div>
      <div style={{ display: 'flex', justifyContent: 'flex-end' }}>
        <Button leftSection={<IconPlus size={16} />} onClick={() => onOpen('new')} data-autofocus>
          {t('identity_new')}
        </Button>
      </div>
    </div>
  )
}
