// The way back for those who lost their password: by mail, or by an administrator where the desk can't send any.
import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { answer, api } from '../api/client.ts'
import { useWords } from '../language/words.tsx'
import styles from './door.module.css'
import { Door } from './door.tsx'
import { Fault } from './fault.tsx'

export function Forgotten({
  email: known,
  canMail = true,
  onBack,
}: {
  email: string
  canMail?: boolean
  onBack(): void
}) {
  const { t } = useWords()
  const [email, setEmail] = useState(known)
  const ask = useMutation({ mutationFn: () => answer(api.POST('/api/password-resets', { body: { email } })) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask.mutate()
  }
  if (!canMail || ask.isSuccess)
    return (
      <Door
        title={t('password_forgotten_title')}
        lead={canMail ? t('password_reset_sent') : t('password_reset_no_mail')}
      >
        <div className={styles.stack}>
          <Button variant="default" onClick={onBack}>
            {t('back')}
          </Button>
        </div>
      </Door>
    )
  return (
    <Door title={t('password_forgotten_title')} lead={t('password_forgotten_lead')}>
      <form onSubmit={submit}>
        <Fault error={ask.error} />
        <TextInput
          label={t('email')}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          autoFocus
          value={email}
          onChange={event => setEmail(event.currentTarget.value)}
        />
        <Button type="submit" loading={ask.isPending}>
          {t('password_reset_ask')}
        </Button>
        <button type="button" className={styles.link} onClick={onBack}>
          {t('back')}
        </button>
      </form>
    </Door>
  )
}
