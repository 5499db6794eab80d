// One's own account: name, password, second factor, and where one is signed in.
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Page, Section } from '../../kit/section.tsx'
import { answer, api } from '../api/client.ts'
import { useShowFault } from '../api/use-fault.ts'
import { useWords } from '../language/words.tsx'
import { Fault } from '../session/fault.tsx'
import { sessionKey, useMe } from '../session/session.ts'
import { SecondFactor } from './second-factor.tsx'
import { Sessions } from './sessions.tsx'

export function Profile() {
  const { t } = useWords()
  return (
    <Page title={t('settings_profile')} lead={t('profile_lead')}>
      <Name />
      <SecondFactor />
      <Password />
      <Sessions />
    </Page>
  )
}

function Name() {
  const { t } = useWords()
  const me = useMe()
  const queries = useQueryClient()
  const showFault = useShowFault()
  const [name, setName] = useState(me.name)
  const save = useMutation({
    mutationFn: () => answer(api.PATCH('/api/session', { body: { name } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: sessionKey }),
    onError: showFault,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Section title={t('profile_you')}>
      <form onSubmit={submit} style={{ display: 'flex', gap: 8, alignItems: 'flex-end', maxWidth: 480 }}>
        <TextInput
          style={{ flex: 1 }}
          label={t('your_name')}
          description={t('your_name_hint')}
          autoComplete="name"
          maxLength={120}
          value={name}
          onChange={event => setName(event.currentTarget.value)}
        />
        <Button
          type="submit"
          variant="default"
          disabled={!name.trim() || name === me.name}
          loading={save.isPending}
        >
          {t('save')}
        </Button>
      </form>
      <TextInput style={{ maxWidth: 480 }} label={t('email')} value={me.email} readOnly />
    </Section>
  )
}

function Password() {
  const { t } = useWords()
  const [password, setPassword] = useState('')
  const [newPassword, setNewPassword] = useState('')
  const change = useMutation({
    mutationFn: () => answer(api.POST('/api/session/password', { body: { password, newPassword } })),
    onSuccess: () => {
      setPassword('')
      setNewPassword('')
      notifications.show({ color: 'sea', message: t('password_changed') })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate()
  }
  const toggle = { 'aria-label': t('password_show') }
  return (
    <Section title={t('password')} lead={t('password_change_lead')}>
      <form onSubmit={submit} style={{ display: 'flex', flexDirection: 'column', gap: 16, maxWidth: 480 }}>
        <Fault error={change.error} />
        <PasswordInput
          label={t('password_current')}
          autoComplete="current-password"
          value={password}
          onChange={event => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={toggle}
        />
        <PasswordInput
          label={t('password_new')}
          description={t('password_hint')}
          autoComplete="new-password"
          value={newPassword}
          onChange={event => setNewPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={toggle}
        />
        <Button
          type="submit"
          variant="default"
          style={{ alignSelf: 'flex-start' }}
          disabled={!password || !newPassword}
          loading={change.isPending}
        >
          {t('password_change')}
        </Button>
      </form>
    </Section>
  )
}
