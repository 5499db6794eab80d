// Mailboxes: the addresses at which the desk takes mail, and from which it answers; and how fetching them goes.
import { Button } from '@mantine/core'
import { IconMail, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Mailbox } from '../../../contract/email.ts'
import { Blank } from '../../kit/blank.tsx'
import { Line, Page, Section } from '../../kit/section.tsx'
import { Tag } from '../../kit/tag.tsx'
import { useWords } from '../language/words.tsx'
import { Fault } from '../session/fault.tsx'
import { useMay } from '../session/session.ts'
import { useTeams } from '../teams/teams.ts'
import { DkimSection } from './dkim-section.tsx'
import { IdentitiesDialog } from './identities-dialog.tsx'
import { ImapDialog } from './imap-dialog.tsx'
import { ImapDetail, ImapTag } from './imap-state.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { Imports } from './imports.tsx'
import { MailboxDialog } from './mailbox-dialog.tsx'
import { useMailboxes } from './mailboxes.ts'

const quiet = { variant: 'subtle', color: 'gray', size: 'xs' } as const

export function MailboxesPage() {
  const { t } = useWords()
  const may = useMay()
  const teams = useTeams()
  const { data, error } = useMailboxes()
  const [open, setOpen] = useState<Mailbox | 'new' | null>(null)
  const [fetched, setFetched] = useState<Mailbox | null>(null)
  const [filled, setFilled] = useState<Mailbox | null>(null)
  const [named, setNamed] = useState<Mailbox | null>(null)
  return (
    <Page
      title={t('settings_mailboxes')}
      lead={t('mailboxes_lead')}
      actions={
        may('settings.write') && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setOpen('new')}>
            {t('mailbox_new')}
          </Button>
        )
      }
    >
      <Fault error={error} />
      {data?.length === 0 && (
        <Blank icon={<IconMail size={28} />} title={t('mailboxes_empty')}>
          {t('mailboxes_empty_text')}
        </Blank>
      )}
      {data && data.length > 0 && (
        <Section>
          {data.map(mailbox => (
            <Line
              key={mailbox.id}
              title={
                <>
                  {mailbox.address}
                  {mailbox.teamId && (
                    <Tag>{teams.find(({ id }) => id === mailbox.teamId)?.name ?? t('team')}</Tag>
                  )}
                  {mailbox.imap && <ImapTag state={mailbox.imap.state} />}
                </>
              }
              detail={
                <>
                  {mailbox.name}
                  {mailbox.imap && <ImapDetail state={mailbox.imap.state} />}
                </>
              }
            >
              {may('settings.write') && (
                <>
                  <Button
                    {...quiet}
                    onClick={() => setNamed(mailbox)}
                    aria-label={t('identities_open_named', { name: mailbox.address })}
                  >
                    {t('identities')}
                    {mailbox.identities.length > 0 && ` (${mailbox.identities.length})`}
                  </Button>
                  <Button
                    {...quiet}
                    onClick={() => setFetched(mailbox)}
                    aria-label={t('imap_open_named', { name: mailbox.address })}
                  >
                    {t('imap_open')}
                  </Button>
                  <Button
                    {...quiet}
                    onClick={() => setFilled(mailbox)}
                    aria-label={t('import_open_named', { name: mailbox.address })}
                  >
                    {t('import_open')}
                  </Button>
                  <Button
                    {...quiet}
                    onClick={() => setOpen(mailbox)}
                    aria-label={t('edit_named', { name: mailbox.address })}
                  >
                    {t('edit')}
                  </Button>
                </>
              )}
            </Line>
          ))}
        </Section>
      )}
      <Imports />
      {filled && <ImportDialog mailbox={filled} onClose={() => setFilled(null)} />}
      {data && data.length > 0 && <DkimSection mailboxes={data} />}
      {named && (
        <IdentitiesDialog
          mailbox={data?.find(({ id }) => id === named.id) ?? named}
          onClose={() => setNamed(null)}
        />
      )}
      {fetched && <ImapDialog mailbox={fetched} onClose={() => setFetched(null)} />}
      {open && <MailboxDialog mailbox={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Page>
  )
}
