// The choice of how long to put something off.
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Choice, Choices, ChoiceTitle } from '../../kit/choices.tsx'
import { fullTime, useNow } from '../language/time.ts'
import { useWords } from '../language/words.tsx'
import { instantOf, snoozeTimes } from './snooze-times.ts'

export function SnoozeItems({ onChoose }: { onChoose(until: string): void }) {
  const { t, locale } = useWords()
  const [custom, setCustom] = useState('')
  const now = useNow()
  const until = instantOf(custom, now)
  return (
    <Choices label={t('snooze_until')}>
      <ChoiceTitle>{t('snooze_until')}</ChoiceTitle>
      {snoozeTimes(now).map(({ preset, until: at }) => (
        <Choice key={preset} detail={short(locale, at)} onChoose={() => onChoose(at)}>
          {t(`snooze_${preset}`)}
        </Choice>
      ))}
      <form
        style={{ display: 'flex', gap: 8, alignItems: 'flex-end', padding: '8px 10px' }}
        onSubmit={event => {
          event.preventDefault()
          if (until) onChoose(until)
        }}
      >
        <TextInput
          style={{ flex: 1 }}
          type="datetime-local"
          size="xs"
          label={t('snooze_custom')}
          value={custom}
          onChange={event => setCustom(event.currentTarget.value)}
        />
        <Button type="submit" size="xs" disabled={!until} title={until && fullTime(locale, until)}>
          {t('snooze')}
        </Button>
      </form>
    </Choices>
  )
}

const short = (locale: string, instant: string): string =>
  new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(instant))
