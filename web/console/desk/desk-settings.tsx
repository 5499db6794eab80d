// The desk's own settings: name, colours, languages, the widget and where it may stand, and who customers are.
import { Button, MultiSelect, NativeSelect, Switch, TagsInput, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { DeskSettings } from '../../../contract/desk.ts'
import { Refusal } from '../../api/refusal.ts'
import { Growing } from '../../kit/growing.tsx'
import { Page, Section } from '../../kit/section.tsx'
import { ZoneField } from '../../kit/zone-field.tsx'
import { answer, api } from '../api/client.ts'
import { topics } from '../conversations/filters.ts'
import { locales, useWords } from '../language/words.tsx'
import { Fault } from '../session/fault.tsx'
import { useMay } from '../session/session.ts'
import { PageBones } from '../settings/settings.tsx'
import { Colours } from './colours.tsx'
import styles from './desk.module.css'
import { deskKey } from './desk-name.ts'
import { IdentityKeys } from './identity-keys.tsx'
import { Snippet } from './snippet.tsx'

interface Stored {
  version: number
  settings: DeskSettings
}
const key = ['desk-settings'] as const

export function DeskSettingsPage() {
  const { t } = useWords()
  const may = useMay()
  const { data, error } = useQuery({ queryKey: key, queryFn: () => answer(api.GET('/api/desk/settings')) })
  return (
    <Page title={t('settings_desk')} lead={t('desk_lead')}>
      <Fault error={error} />
      {!data && !error && <PageBones />}
      {data && <DeskForm key={data.version} stored={data} mayWrite={may('settings.write')} />}
      <Snippet />
      {data && may('settings.write') && <IdentityKeys />}
    </Page>
  )
}

function DeskForm({ stored, mayWrite }: { stored: Stored; mayWrite: boolean }) {
  const { t, word } = useWords()
  const queries = useQueryClient()
  const [settings, setSettings] = useState(stored.settings)
  const { widget } = settings
  const set = (change: Partial<DeskSettings>) => setSettings(before => ({ ...before, ...change }))
  const setWidget = (change: Partial<DeskSettings['widget']>) => set({ widget: { ...widget, ...change } })
  const save = useMutation({
    mutationFn: () =>
      answer(api.PATCH('/api/desk/settings', { body: { version: stored.version, settings } })),
    onSuccess: saved => {
      queries.setQueryData(key, saved)
      void queries.invalidateQueries({ queryKey: deskKey })
      notifications.show({ color: 'sea', message: t('desk_saved') })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  const isChanged = JSON.stringify(settings) !== JSON.stringify(stored.settings)
  const refused = save.error instanceof Refusal ? (save.error.fields ?? []) : []
  return (
    <form onSubmit={submit} className={styles.form} aria-label={t('settings_desk')}>
      <fieldset disabled={!mayWrite} className={styles.fields}>
        <Section title={t('desk_general')}>
          <TextInput
            label={t('desk_name')}
            description={t('desk_name_hint')}
            maxLength={80}
            value={settings.name}
            onChange={event => set({ name: event.currentTarget.value })}
          />
          <div className={styles.pair}>
            <MultiSelect
              label={t('desk_languages')}
              data={locales.map(({ tag, name }) => ({ value: tag, label: name }))}
              value={settings.languages}
              onChange={languages => set({ languages })}
            />
            <NativeSelect
              label={t('desk_default_language')}
              data={settings.languages.map(tag => ({
                value: tag,
                label: locales.find(one => one.tag === tag)?.name ?? tag,
              }))}
              value={settings.defaultLocale}
              onChange={event => set({ defaultLocale: event.currentTarget.value })}
            />
          </div>
          <ZoneField
            label={t('desk_time_zone')}
            description={t('desk_time_zone_hint')}
            value={settings.timeZone}
            onChange={timeZone => set({ timeZone })}
          />
        </Section>
        <Colours colours={settings.colours} onChange={colours => set({ colours })} />
        <Section title={t('widget')} lead={t('widget_lead')}>
          <Switch
            label={t('widget_enabled')}
            checked={widget.enabled}
            onChange={event => setWidget({ enabled: event.currentTarget.checked })}
          />
          <TagsInput
            label={t('widget_domains')}
            description={t('widget_domains_hint')}
            placeholder="exchange.example"
            splitChars={[',', ' ', '，']}
            value={widget.allowedDomains}
            onChange={allowedDomains => setWidget({ allowedDomains })}
          />
          <div className={styles.pair}>
            <NativeSelect
              label={t('widget_position')}
              data={(['right', 'left'] as const).map(value => ({ value, label: t(`widget_${value}`) }))}
              value={widget.position}
              onChange={event => setWidget({ position: event.currentTarget.value as 'left' })}
            />
            <MultiSelect
              label={t('widget_topics')}
              data={topics.map(value => ({ value, label: word('topics', value) }))}
              value={widget.topics}
              onChange={value => setWidget({ topics: value as DeskSettings['widget']['topics'] })}
            />
          </div>
          {settings.languages.map(tag => (
            <div key={tag} lang={tag}>
              <span className={styles.label}>
                {t('widget_greeting', { language: locales.find(one => one.tag === tag)?.name ?? tag })}
              </span>
              <Growing
                framed
                label={t('widget_greeting', { language: tag })}
                maxLength={500}
                value={widget.greeting[tag] ?? ''}
                onChange={text => setWidget({ greeting: greetings(widget.greeting, tag, text) })}
              />
            </div>
          ))}
          <Switch
            label={t('widget_ask_name')}
            checked={widget.askName}
            onChange={event => setWidget({ askName: event.currentTarget.checked })}
          />
          <Switch
            label={t('widget_ask_email')}
            checked={widget.askEmail}
            onChange={event => setWidget({ askEmail: event.currentTarget.checked })}
          />
        </Section>
        <Section title={t('channels')} lead={t('channels_lead')}>
          <Switch
            label={t('channel_chat')}
            checked={settings.channels.chat}
            onChange={event => set({ channels: { ...settings.channels, chat: event.currentTarget.checked } })}
          />
          <Switch
            label={t('channel_form')}
            checked={settings.channels.form}
            onChange={event => set({ channels: { ...settings.channels, form: event.currentTarget.checked } })}
          />
          <Switch
            label={t('channel_email')}
            checked={settings.channels.email}
            onChange={event =>
              set({ channels: { ...settings.channels, email: event.currentTarget.checked } })
            }
          />
          <Switch
            label={t('attachments_enabled')}
            checked={settings.attachments.enabled}
            onChange={event => set({ attachments: { enabled: event.currentTarget.checked } })}
          />
        </Section>
      </fieldset>
      {(isChanged || save.isError) && (
        <div className={styles.save}>
          <Fault error={save.error} />
          {refused.map(({ path, message }) => (
            <small key={path}>
              {path}: {message}
            </small>
          ))}
          <div>
            <Button variant="default" onClick={() => setSettings(stored.settings)}>
              {t('discard')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t('save')}
            </Button>
          </div>
        </div>
      )}
    </form>
  )
}

/** An empty greeting is none: the product's own is shown then. */
function greetings(before: Record<string, string>, tag: string, text: string): Record<string, string> {
  const { [tag]: _, ...others } = before
  return text ? { ...others, [tag]: text } : others
}
