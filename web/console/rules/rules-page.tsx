// Rules: what the desk does by itself, and the log of what it did.
import { Button } from '@mantine/core'
import { IconPlus, IconRoute } from '@tabler/icons-react'
import { useState } from 'react'
import type { KeptRule, Rule } from '../../../contract/automation.ts'
import { Blank } from '../../kit/blank.tsx'
import { Line, Page, Section } from '../../kit/section.tsx'
import { Tag } from '../../kit/tag.tsx'
import { useActionWords } from '../actions/action-words.ts'
import { useWords, type Words } from '../language/words.tsx'
import { Fault } from '../session/fault.tsx'
import { RuleDialog } from './rule-dialog.tsx'
import { RuleRuns } from './rule-runs.tsx'
import { useRules } from './rules.ts'

export function RulesPage() {
  const { t } = useWords()
  const { data, error } = useRules()
  const [open, setOpen] = useState<KeptRule | 'new' | null>(null)
  return (
    <Page
      title={t('settings_rules')}
      lead={t('rules_lead')}
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={() => setOpen('new')}>
          {t('rule_new')}
        </Button>
      }
    >
      <Fault error={error} />
      {data?.length === 0 && (
        <Blank icon={<IconRoute size={28} />} title={t('rules_empty')}>
          {t('rules_empty_text')}
        </Blank>
      )}
      {data && data.length > 0 && (
        <Section>
          {data.map(kept => (
            <RuleLine key={kept.id} rule={kept.rule} onEdit={() => setOpen(kept)} />
          ))}
        </Section>
      )}
      <RuleRuns rules={data ?? []} />
      {open && <RuleDialog kept={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Page>
  )
}

function RuleLine({ rule, onEdit }: { rule: Rule; onEdit(): void }) {
  const words = useWords()
  const said = useActionWords()
  const { t } = words
  return (
    <Line
      title={
        <>
          {rule.name}
          {!rule.enabled && <Tag>{t('policy_off')}</Tag>}
        </>
      }
      detail={[whenSaid(rule.when, words), ...rule.then.map(said)].join(' · ')}
    >
      <Button
        variant="subtle"
        color="gray"
        size="xs"
        onClick={onEdit}
        aria-label={t('edit_named', { name: rule.name })}
      >
        {t('edit')}
      </Button>
    </Line>
  )
}

const whenSaid = (when: Rule['when'], { t }: Words): string =>
  'hours' in when ? `${t(`rule_when_${when.event}`)} ${when.hours} h` : t(`rule_when_${when.event}`)
