// The form behind every one-time link: who one is where that is still open, and a new password.
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { answer, api } from '../api/client.ts'
import { useTitle } from '../language/use-title.ts'
import { useWords } from '../language/words.tsx'
import styles from './door.module.css'
import { Door } from './door.tsx'
import { Fault } from './fault.tsx'
import { sessionKey } from './session.ts'

export interface Given {
  name: string
  email: string
  password: string
}

interface Props {
  kind: 'welcome' | 'invitation' | 'reset'
  token: string
  title: string
  lead: string
  action: string
  asks: readonly ('name' | 'email')[]
  submit(given: Given): Promise<unknown>
}

export function NewPassword({ kind, token, title, lead, action, asks, submit }: Props) {
  const { t } = useWords()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [given, setGiven] = useState<Given>({ name: '', email: '', password: '' })
  useTitle(title)
  const link = useQuery({
    queryKey: ['link', kind, token],
    queryFn: () => answer(api.POST('/api/links/look', { body: { kind, token } })),
    retry: false,
  })
  const send = useMutation({
    mutationFn: () => submit(given),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: sessionKey })
      await navigate({ to: '/' })
    },
  })
  const field = (name: keyof Given) => ({
    value: given[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget
      setGiven(before => ({ ...before, [name]: value }))
    },
    required: true,
    withAsterisk: false,
  })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    send.mutate()
  }
  if (link.isError)
    return (
      <Door title={title}>
        <div className={styles.stack}>
          <Fault error={link.error} />
          <Button
            variant="default"
            onClick={() => void navigate({ to: '/login', search: { to: undefined } })}
          >
            {t('sign_in')}
          </Button>
        </div>
      </Door>
    )
  return (
    <Door title={title} lead={lead}>
      <form onSubmit={onSubmit}>
        <Fault error={send.error} />
        {asks.includes('name') && (
          <TextInput
            label={t('your_name')}
            description={t('your_name_hint')}
            autoComplete="name"
            maxLength={120}
            autoFocus
            {...field('name')}
          />
        )}
        {asks.includes('email') ? (
          <TextInput label={t('email')} type="email" autoComplete="username" {...field('email')} />
        ) : (
          link.data?.email && (
            <TextInput label={t('email')} autoComplete="username" readOnly value={link.data.email} />
          )
        )}
        <PasswordInput
          label={t('password_new')}
          description={t('password_hint')}
          autoComplete="new-password"
          {...field('password')}
          visibilityToggleButtonProps={{ 'aria-label': t('password_show') }}
        />
        <Button type="submit" fullWidth loading={send.isPending}>
          {action}
        </Button>
      </form>
    </Door>
  )
}
