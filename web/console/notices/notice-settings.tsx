// How one is told of things, and how one writes: kept on this machine.
import { Button, Select, Switch } from '@mantine/core'
import { useState } from 'react'
import { Page, Section } from '../../kit/section.tsx'
import { useWords } from '../language/words.tsx'
import { chime } from './chime.ts'
import { type Preferences, setPreferences, usePreferences } from './preferences.ts'

const occasions = ['assigned', 'mentioned', 'asked', 'task', 'message', 'queued'] as const
const undoChoices = [0, 3, 5, 10, 20]

export function NoticeSettings() {
  const { t } = useWords()
  const preferences = usePreferences()
  const setOn = (occasion: keyof Preferences['on'], value: boolean) =>
    setPreferences({ on: { ...preferences.on, [occasion]: value } })
  return (
    <Page title={t('settings_notices')} lead={t('notices_lead')}>
      <Section title={t('notices_when')}>
        {occasions.map(occasion => (
          <Switch
            key={occasion}
            label={t(`notices_${occasion}`)}
            checked={preferences.on[occasion]}
            onChange={event => setOn(occasion, event.currentTarget.checked)}
          />
        ))}
      </Section>
      <Section title={t('notices_how')}>
        <div style={{ display: 'flex', gap: 16, alignItems: 'center', flexWrap: 'wrap' }}>
          <Switch
            label={t('notices_sound')}
            checked={preferences.sound}
            onChange={event => setPreferences({ sound: event.currentTarget.checked })}
          />
          <Button variant="default" size="xs" onClick={chime}>
            {t('notices_try')}
          </Button>
        </div>
        <Desktop isOn={preferences.desktop} />
      </Section>
      <Section title={t('writing')}>
        <Select
          label={t('undo_seconds')}
          description={t('undo_seconds_hint')}
          style={{ maxWidth: 320 }}
          allowDeselect={false}
          data={undoChoices.map(count => ({
            value: String(count),
            label: count === 0 ? t('undo_off') : t('undo_after', { count }),
          }))}
          value={String(preferences.undoSeconds)}
          onChange={value => setPreferences({ undoSeconds: Number(value ?? 5) })}
        />
        <Switch
          label={t('enter_sends')}
          description={t('enter_sends_hint')}
          checked={preferences.enterSends}
          onChange={event => setPreferences({ enterSends: event.currentTarget.checked })}
        />
      </Section>
    </Page>
  )
}

function Desktop({ isOn }: { isOn: boolean }) {
  const { t } = useWords()
  const [permission, setPermission] = useState(() =>
    'Notification' in globalThis ? Notification.permission : 'denied',
  )
  const change = async (wanted: boolean) => {
    const granted = wanted ? await Notification.requestPermission() : permission
    setPermission(granted)
    setPreferences({ desktop: wanted && granted === 'granted' })
  }
  return (
    <Switch
      label={t('notices_desktop')}
      description={permission === 'denied' ? t('notices_desktop_denied') : t('notices_desktop_hint')}
      disabled={permission === 'denied'}
      checked={isOn && permission === 'granted'}
      onChange={event => void change(event.currentTarget.checked)}
    />
  )
}
