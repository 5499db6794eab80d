// Signing in: address and password, then the second factor for those who have one.
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Navigate, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { Refusal } from '../../api/refusal.ts'
import { answer, api } from '../api/client.ts'
import { useTitle } from '../language/use-title.ts'
import { useWords } from '../language/words.tsx'
import styles from './door.module.css'
import { Door } from './door.tsx'
import { Fault } from './fault.tsx'
import { Forgotten } from './forgotten.tsx'
import { SecondFactorStep } from './second-factor-step.tsx'
import { sessionKey, sessionQuery } from './session.ts'

type Step = 'password' | 'code' | 'forgotten'

export function Login() {
  const { t } = useWords()
  const { to } = getRouteApi('/login').useSearch()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const session = useQuery(sessionQuery)
  const options = useQuery({
    queryKey: ['sign-in-options'],
    queryFn: () => answer(api.GET('/api/sign-in')),
    retry: false,
  })
  const [step, setStep] = useState<Step>('password')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  useTitle(t('sign_in'))
  const signIn = useMutation({
    mutationFn: (code?: string) => answer(api.POST('/api/session', { body: { email, password, code } })),
    onSuccess: async () => {
      await queries.fetchQuery({ ...sessionQuery, staleTime: 0 })
      await navigate({ to: to ?? '/' })
    },
    onError: error => {
      if (error instanceof Refusal && error.code === 'second_factor_required') setStep('code')
    },
  })
  const asksForCode = signIn.error instanceof Refusal && signIn.error.code === 'second_factor_required'
  const fault = asksForCode ? null : signIn.error

  if (session.data && queries.getQueryData(sessionKey) && !signIn.isPending)
    return <Navigate to={to ?? '/'} replace />
  if (step === 'forgotten')
    return (
      <Forgotten email={email} canMail={options.data?.passwordReset} onBack={() => setStep('password')} />
    )
  if (step === 'code')
    return (
      <SecondFactorStep
        busy={signIn.isPending}
        fault={fault}
        onCode={code => signIn.mutate(code)}
        onBack={() => {
          signIn.reset()
          setStep('password')
        }}
      />
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate(undefined)
  }
  return (
    <Door
      title={t('sign_in')}
      lead={options.data?.needsAdministrator ? t('sign_in_needs_administrator') : t('sign_in_lead')}
    >
      <form onSubmit={submit}>
        <Fault error={fault} />
        <TextInput
          label={t('email')}
          type="email"
          name="email"
          autoComplete="username"
          required
          withAsterisk={false}
          autoFocus
          value={email}
          onChange={event => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('password')}
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={event => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('password_show') }}
        />
        <Button type="submit" fullWidth loading={signIn.isPending}>
          {t('sign_in')}
        </Button>
        <button type="button" className={styles.link} onClick={() => setStep('forgotten')}>
          {t('password_forgotten')}
        </button>
      </form>
    </Door>
  )
}
