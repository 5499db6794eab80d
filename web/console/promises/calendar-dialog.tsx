// One calendar: its zone, its week, its holidays.
import { Button, Switch, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Calendar, KeptCalendar, Weekday } from '../../../contract/sla.ts'
import { ZoneField } from '../../kit/zone-field.tsx'
import { answer, api } from '../api/client.ts'
import { useWords } from '../language/words.tsx'
import { Dialog } from '../look/dialog.tsx'
import styles from '../profile/profile.module.css'
import { Fault } from '../session/fault.tsx'
import { fromHolidays, fromSpans, toHolidays, toSpans } from './hours-text.ts'
import { promisesKey } from './promises.ts'

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const satisfies readonly Weekday[]
/** A Monday. */
const someMonday = Date.UTC(2026, 0, 5)

interface Draft {
  name: string
  timeZone: string
  always: boolean
  week: Record<Weekday, string>
  holidays: string
}

const office = '09:00-17:00'
const fresh = (): Draft => ({
  name: '',
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  always: false,
  week: { mon: office, tue: office, wed: office, thu: office, fri: office, sat: '', sun: '' },
  holidays: '',
})

const draftOf = ({ name, timeZone, always, week, holidays }: Calendar): Draft => ({
  name,
  timeZone,
  always,
  week: Object.fromEntries(weekdays.map(day => [day, fromSpans(week[day])])) as Draft['week'],
  holidays: fromHolidays(holidays),
})

/** Null while something in it can't be read. */
function calendarOf({ name, timeZone, always, week, holidays }: Draft): Calendar | null {
  const days = weekdays.map(day => [day, toSpans(week[day])] as const)
  const free = toHolidays(holidays)
  if (typeof free === 'number' || days.some(([, spans]) => spans === null)) return null
  return {
    name: name.trim(),
    timeZone,
    always,
    week: Object.fromEntries(days) as Calendar['week'],
    holidays: free,
  }
}

export function CalendarDialog({ kept, onClose }: { kept: KeptCalendar | null; onClose(): void }) {
  const { t } = useWords()
  const queries = useQueryClient()
  const [draft, setDraft] = useState<Draft>(() => (kept ? draftOf(kept.calendar) : fresh()))
  const set = (change: Partial<Draft>) => setDraft(before => ({ ...before, ...change }))
  const calendar = calendarOf(draft)
  const onSuccess = async () => {
    await queries.invalidateQueries({ queryKey: promisesKey })
    onClose()
  }
  const save = useMutation({
    mutationFn: (wanted: Calendar) =>
      kept
        ? answer(
            api.PUT('/api/sla/calendars/{id}', {
              params: { path: { id: kept.id } },
              body: { version: kept.version, calendar: wanted },
            }),
          )
        : answer(api.POST('/api/sla/calendars', { body: wanted })),
    onSuccess,
  })
  const archive = useMutation({
    mutationFn: async (id: string) =>
      answer(api.DELETE('/api/sla/calendars/{id}', { params: { path: { id } } })),
    onSuccess,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (calendar) save.mutate(calendar)
  }
  return (
    <Dialog onClose={onClose} title={kept ? kept.calendar.name : t('calendar_new')}>
      <form className={styles.steps} onSubmit={submit}>
        <Fault error={save.error ?? archive.error} />
        <TextInput
          label={t('calendar_name')}
          required
          withAsterisk={false}
          maxLength={120}
          data-autofocus
          value={draft.name}
          onChange={event => set({ name: event.currentTarget.value })}
        />
        <ZoneField
          label={t('calendar_zone')}
          value={draft.timeZone}
          onChange={timeZone => set({ timeZone })}
        />
        <Switch
          label={t('calendar_always')}
          checked={draft.always}
          onChange={event => set({ always: event.currentTarget.checked })}
        />
        {!draft.always && <Hours draft={draft} set={set} />}
        <div style={{ display: 'flex', gap: 8, justifyContent: 'flex-end' }}>
          {kept && (
            <Button
              variant="subtle"
              color="rust"
              loading={archive.isPending}
              onClick={() => archive.mutate(kept.id)}
              style={{ marginInlineEnd: 'auto' }}
            >
              {t('mailbox_remove')}
            </Button>
          )}
          <Button type="submit" loading={save.isPending} disabled={!calendar?.name}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function Hours({ draft, set }: { draft: Draft; set(change: Partial<Draft>): void }) {
  const { t, locale } = useWords()
  const nameOf = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  const holidays = toHolidays(draft.holidays)
  return (
    <>
      <p>{t('calendar_hours_text')}</p>
      {weekdays.map((day, index) => (
        <TextInput
          key={day}
          label={nameOf.format(someMonday + index * 86_400_000)}
          placeholder={t('calendar_closed')}
          value={draft.week[day]}
          error={toSpans(draft.week[day]) === null && t('calendar_hours_wrong')}
          onChange={event => set({ week: { ...draft.week, [day]: event.currentTarget.value } })}
        />
      ))}
      <Textarea
        label={t('calendar_holidays')}
        description={t('calendar_holidays_text')}
        autosize
        minRows={2}
        maxRows={10}
        value={draft.holidays}
        error={typeof holidays === 'number' && t('calendar_holidays_wrong', { line: String(holidays) })}
        onChange={event => set({ holidays: event.currentTarget.value })}
      />
    </>
  )
}
