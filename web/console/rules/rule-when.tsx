// What a rule waits for.
import { MultiSelect, NumberInput, Select, TagsInput } from '@mantine/core'
import type { When } from '../../../contract/automation.ts'
import { allStatuses } from '../conversations/filters.ts'
import { useWords } from '../language/words.tsx'
import type { Part } from './rule-dialog.tsx'

const events = [
  'opened',
  'customer_wrote',
  'staff_wrote',
  'status_changed',
  'tag_added',
  'unanswered',
  'idle',
] as const satisfies readonly When['event'][]

const freshOf = (event: When['event']): When =>
  event === 'unanswered' || event === 'idle' ? { event, hours: 72 } : { event }

export function RuleWhen({ rule: { when }, set }: Part) {
  const { t, word } = useWords()
  return (
    <>
      <Select
        label={t('rule_when')}
        allowDeselect={false}
        data={events.map(value => ({ value, label: t(`rule_when_${value}`) }))}
        value={when.event}
        onChange={value => value && set({ when: freshOf(value as When['event']) })}
      />
      {(when.event === 'unanswered' || when.event === 'idle') && (
        <NumberInput
          label={t('hours')}
          min={1}
          max={8_784}
          allowDecimal={false}
          value={when.hours}
          onChange={value => set({ when: { event: when.event, hours: Number(value) || 1 } })}
        />
      )}
      {when.event === 'status_changed' && (
        <MultiSelect
          label={t('rule_to')}
          placeholder={t('policy_any')}
          clearable
          data={allStatuses.map(value => ({ value, label: word('statuses', value) }))}
          value={when.to ?? []}
          onChange={to => set({ when: { event: 'status_changed', ...(to.length > 0 && { to }) } })}
        />
      )}
      {when.event === 'tag_added' && (
        <TagsInput
          label={t('rule_tags')}
          placeholder={t('policy_any')}
          clearable
          maxLength={40}
          value={when.tags ?? []}
          onChange={tags => set({ when: { event: 'tag_added', ...(tags.length > 0 && { tags }) } })}
        />
      )}
    </>
  )
}
