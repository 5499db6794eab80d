// Which conversations a rule is for; what is left empty allows anything.
import { MultiSelect, Select, TagsInput, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Conditions } from '../../../contract/automation.ts'
import { allStatuses, complexities } from '../conversations/filters.ts'
import { useWords } from '../language/words.tsx'
import { PolicyMatch } from '../promises/policy-match.tsx'
import { useCalendars } from '../promises/promises.ts'
import type { Part } from './rule-dialog.tsx'

export function RuleConditions({ rule, set }: Part) {
  const { t, word } = useWords()
  const conditions = rule.if
  const change = (more: Partial<Conditions>) => set({ if: { ...conditions, ...more } })
  /** A list that is absent allows anything; an empty one is refused. */
  const narrow = (name: keyof Conditions) => (values: string[]) =>
    change({ [name]: values.length > 0 ? values : undefined })
  const common = { placeholder: t('policy_any'), clearable: true }
  return (
    <>
      <PolicyMatch match={conditions} onChange={match => change(match)} />
      <MultiSelect
        {...common}
        label={t('complexity')}
        data={complexities.map(value => ({ value, label: word('complexities', value) }))}
        value={conditions.complexities ?? []}
        onChange={narrow('complexities')}
      />
      <MultiSelect
        {...common}
        label={t('rule_statuses')}
        data={allStatuses.map(value => ({ value, label: word('statuses', value) }))}
        value={conditions.statuses ?? []}
        onChange={narrow('statuses')}
      />
      <TagsInput
        {...common}
        maxLength={40}
        label={t('rule_tags')}
        value={conditions.tags ?? []}
        onChange={narrow('tags')}
      />
      <TagsInput
        {...common}
        placeholder={undefined}
        maxLength={40}
        label={t('rule_without_tags')}
        value={conditions.withoutTags ?? []}
        onChange={narrow('withoutTags')}
      />
      <WordsField words={conditions.words ?? []} onChange={narrow('words')} />
      <HoursField hours={conditions.hours} onChange={hours => change({ hours })} />
    </>
  )
}

function WordsField({ words, onChange }: { words: readonly string[]; onChange(words: string[]): void }) {
  const { t } = useWords()
  const [text, setText] = useState(words.join('\n'))
  return (
    <Textarea
      label={t('rule_words')}
      description={t('rule_words_text')}
      autosize
      minRows={2}
      maxRows={8}
      value={text}
      onChange={event => {
        const next = event.currentTarget.value
        setText(next)
        onChange([...new Set(next.split('\n').map(word => word.trim().slice(0, 80)))].filter(Boolean))
      }}
    />
  )
}

type Hours = Conditions['hours']

function HoursField({ hours, onChange }: { hours: Hours; onChange(hours: Hours): void }) {
  const { t } = useWords()
  const { data = [] } = useCalendars()
  return (
    <>
      <Select
        label={t('rule_hours')}
        placeholder={t('policy_any')}
        clearable
        data={data.map(({ id, calendar }) => ({ value: id, label: calendar.name }))}
        value={hours?.calendarId ?? null}
        onChange={calendarId => onChange(calendarId ? { calendarId, open: hours?.open ?? false } : undefined)}
      />
      {hours && (
        <Select
          label={t('rule_when')}
          allowDeselect={false}
          data={[
            { value: 'open', label: t('rule_hours_open') },
            { value: 'closed', label: t('rule_hours_closed') },
          ]}
          value={hours.open ? 'open' : 'closed'}
          onChange={value => onChange({ ...hours, open: value === 'open' })}
        />
      )}
    </>
  )
}
