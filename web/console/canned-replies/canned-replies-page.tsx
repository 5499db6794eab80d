// Canned replies: written once, said well every time.
import { Button, TextInput } from '@mantine/core'
import { IconMessage2Bolt, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { CannedReply } from '../../../contract/automation.ts'
import { Blank } from '../../kit/blank.tsx'
import { Line, Page, Section } from '../../kit/section.tsx'
import { Tag } from '../../kit/tag.tsx'
import { useWords } from '../language/words.tsx'
import { matches } from '../palette/matches.ts'
import { Fault } from '../session/fault.tsx'
import { useTeams } from '../teams/teams.ts'
import { CannedDialog } from './canned-dialog.tsx'
import { useCannedQuery } from './canned-replies.ts'

export function CannedRepliesPage() {
  const { t } = useWords()
  const teams = useTeams()
  const { data, error } = useCannedQuery(null)
  const [open, setOpen] = useState<CannedReply | 'new' | null>(null)
  const [text, setText] = useState('')
  const found = data?.filter(reply => matches(`${reply.shortcut} ${reply.title} ${reply.body}`, text.trim()))
  return (
    <Page
      title={t('settings_canned_replies')}
      lead={t('canned_lead')}
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={() => setOpen('new')}>
          {t('canned_new')}
        </Button>
      }
    >
      <Fault error={error} />
      {data?.length === 0 && (
        <Blank icon={<IconMessage2Bolt size={28} />} title={t('canned_empty')}>
          {t('canned_empty_text')}
        </Blank>
      )}
      {data && data.length > 6 && (
        <TextInput
          placeholder={t('search')}
          aria-label={t('search')}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
        />
      )}
      {found && found.length > 0 && (
        <Section>
          {found.map(reply => (
            <Line
              key={reply.id}
              title={
                <>
                  <code>/{reply.shortcut}</code> {reply.title}
                  {reply.locale && <Tag>{reply.locale.toUpperCase()}</Tag>}
                  {reply.teamId && (
                    <Tag>{teams.find(({ id }) => id === reply.teamId)?.name ?? t('team')}</Tag>
                  )}
                </>
              }
              detail={reply.body.length > 140 ? `${reply.body.slice(0, 140)}…` : reply.body}
            >
              <Button
                variant="subtle"
                color="gray"
                size="xs"
                onClick={() => setOpen(reply)}
                aria-label={t('edit_named', { name: reply.title })}
              >
                {t('edit')}
              </Button>
            </Line>
          ))}
        </Section>
      )}
      {open && <CannedDialog reply={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Page>
  )
}
