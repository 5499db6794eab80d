// Macros: several things done with one choice.
import { Button } from '@mantine/core'
import { IconBolt, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Macro } from '../../../contract/automation.ts'
import { Blank } from '../../kit/blank.tsx'
import { Line, Page, Section } from '../../kit/section.tsx'
import { Tag } from '../../kit/tag.tsx'
import { useActionWords } from '../actions/action-words.ts'
import { useWords } from '../language/words.tsx'
import { Fault } from '../session/fault.tsx'
import { useTeams } from '../teams/teams.ts'
import { MacroDialog } from './macro-dialog.tsx'
import { useMacrosQuery } from './macros.ts'

export function MacrosPage() {
  const { t } = useWords()
  const teams = useTeams()
  const said = useActionWords()
  const { data, error } = useMacrosQuery()
  const [open, setOpen] = useState<Macro | 'new' | null>(null)
  return (
    <Page
      title={t('settings_macros')}
      lead={t('macros_lead')}
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={() => setOpen('new')}>
          {t('macro_new')}
        </Button>
      }
    >
      <Fault error={error} />
      {data?.length === 0 && (
        <Blank icon={<IconBolt size={28} />} title={t('macros_empty')}>
          {t('macros_empty_text')}
        </Blank>
      )}
      {data && data.length > 0 && (
        <Section>
          {data.map(macro => (
            <Line
              key={macro.id}
              title={
                <>
                  <code>/{macro.shortcut}</code> {macro.name}
                  {macro.teamId && (
                    <Tag>{teams.find(({ id }) => id === macro.teamId)?.name ?? t('team')}</Tag>
                  )}
                </>
              }
              detail={shortened(macro.actions.map(said).join(' · '))}
            >
              <Button
                variant="subtle"
                color="gray"
                size="xs"
                onClick={() => setOpen(macro)}
                aria-label={t('edit_named', { name: macro.name })}
              >
                {t('edit')}
              </Button>
            </Line>
          ))}
        </Section>
      )}
      {open && <MacroDialog macro={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Page>
  )
}

const shortened = (text: string): string => (text.length > 180 ? `${text.slice(0, 180)}…` : text)
