// One calendar: its zone, its week, its holidays.
import { Switch, Textarea, TextInput } from '@mantine/core'
import type { Calendar, KeptCalendar, Weekday } from '../../../contract/sla.ts'
import { NameField } from '../../kit/name-field.tsx'
import { useFields } from '../../kit/use-fields.ts'
import { ZoneField } from '../../kit/zone-field.tsx'
import { answer, api } from '../api/client.ts'
import { useSaving } from '../api/use-saving.ts'
import { useWords } from '../language/words.tsx'
import { EditDialog } from '../look/edit-dialog.tsx'
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

/** Null while it has no name, or something in it can't be read. */
function calendarOf({ name, timeZone, always, week, holidays }: Draft): Calendar | null {
  const days = weekdays.map(day => [day, toSpans(week[day])] as const)
  const free = toHolidays(holidays)
  if (!name.trim() || typeof free === 'number' || days.some(([, spans]) => spans === null)) return null
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
  const [draft, set] = useFields<Draft>(() => (kept ? draftOf(kept.calendar) : fresh()))
  const saving = useCalendarSaving(kept, onClose)
  return (
    <EditDialog
      title={kept ? kept.calendar.name : t('calendar_new')}
      saving={saving}
      wanted={calendarOf(draft)}
      onClose={onClose}
    >
      <NameField
        label={t('calendar_name')}
        data-autofocus
        value={draft.name}
        onChange={name => set({ name })}
      />
      <ZoneField label={t('calendar_zone')} value={draft.timeZone} onChange={timeZone => set({ timeZone })} />
      <Switch
        label={t('calendar_always')}
        checked={draft.always}
        onChange={event => set({ always: event.currentTarget.checked })}
      />
      {!draft.always && <Hours draft={draft} set={set} />}
    </EditDialog>
  )
}

function useCalendarSaving(kept: KeptCalendar | null, onDone: () => void) {
  const params = { path: { id: kept?.id ?? '' } }
  return useSaving<Calendar>({
    key: promisesKey,
    save: calendar =>
      kept
        ? answer(api.PUT('/api/sla/calendars/{id}', { params, body: { version: kept.version, calendar } }))
        : answer(api.POST('/api/sla/calendars', { body: calendar })),
    remove: kept && (() => answer(api.DELETE('/api/sla/calendars/{id}', { params }))),
    onDone,
  })
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
