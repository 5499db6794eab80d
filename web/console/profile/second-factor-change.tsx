// Turning the second factor off, or replacing the recovery codes: asks for password and code again.
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { answer, api } from '../api/client.ts'
import { useWords } from '../language/words.tsx'
import { Dialog } from '../look/dialog.tsx'
import { Fault } from '../session/fault.tsx'
import { sessionKey } from '../session/session.ts'
import styles from './profile.module.css'
import { RecoveryCodes } from './recovery-codes.tsx'

export function SecondFactorChange({ what, onClose }: { what: 'disable' | 'codes'; onClose(): void }) {
  const { t } = useWords()
  const queries = useQueryClient()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const send = useMutation({
    mutationFn: async () => {
      const body = { password, code }
      if (what === 'codes') return answer(api.POST('/api/session/recovery-codes', { body }))
      await answer(api.POST('/api/session/second-factor/disable', { body }))
      return null
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: sessionKey })
      if (what === 'disable') onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send.mutate()
  }
  return (
    <Dialog onClose={onClose} title={what === 'disable' ? t('two_factor_turn_off') : t('recovery_codes_new')}>
      {send.data?.recoveryCodes ? (
        <RecoveryCodes codes={send.data.recoveryCodes} onClose={onClose} />
      ) : (
        <form className={styles.steps} onSubmit={submit}>
          <Fault error={send.error} />
          <p>{what === 'disable' ? t('two_factor_turn_off_text') : t('recovery_codes_new_text')}</p>
          <PasswordInput
            label={t('password_current')}
            autoComplete="current-password"
            data-autofocus
            value={password}
            onChange={event => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': t('password_show') }}
          />
          <TextInput
            label={t('second_factor_code')}
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            onChange={event => setCode(event.currentTarget.value)}
          />
          <Button
            type="submit"
            color={what === 'disable' ? 'rust' : undefined}
            loading={send.isPending}
            disabled={!password || !code.trim()}
          >
            {what === 'disable' ? t('turn_off') : t('continue')}
          </Button>
        </form>
      )}
    </Dialog>
  )
}
