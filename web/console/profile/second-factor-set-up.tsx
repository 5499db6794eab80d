// Turning the second factor on: password, a picture for the app, a first code, and the recovery codes to keep.
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { CopyField } from '../../kit/copy-field.tsx'
import { answer, api } from '../api/client.ts'
import { useWords } from '../language/words.tsx'
import { Dialog } from '../look/dialog.tsx'
import { Fault } from '../session/fault.tsx'
import { sessionKey } from '../session/session.ts'
import styles from './profile.module.css'
import { RecoveryCodes } from './recovery-codes.tsx'

export function SecondFactorSetUp({ onClose }: { onClose(): void }) {
  const { t } = useWords()
  const queries = useQueryClient()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const begin = useMutation({
    mutationFn: () => answer(api.POST('/api/session/second-factor', { body: { password } })),
  })
  const enable = useMutation({
    mutationFn: () => answer(api.POST('/api/session/second-factor/enable', { body: { password, code } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: sessionKey }),
  })
  const submit = (act: () => void) => (event: FormEvent) => {
    event.preventDefault()
    act()
  }
  return (
    <Dialog onClose={onClose} title={t('two_factor')} closeOnClickOutside={false}>
      {enable.data ? (
        <RecoveryCodes codes={enable.data.recoveryCodes} onClose={onClose} />
      ) : begin.data ? (
        <form className={styles.steps} onSubmit={submit(() => enable.mutate())}>
          <Fault error={enable.error} />
          <p>{t('two_factor_scan')}</p>
          <QrCode url={begin.data.url} />
          <CopyField
            value={begin.data.secret}
            label={t('two_factor_secret')}
            copy={t('copy')}
            copied={t('copied')}
          />
          <TextInput
            label={t('second_factor_code')}
            inputMode="numeric"
            autoComplete="one-time-code"
            data-autofocus
            value={code}
            onChange={event => setCode(event.currentTarget.value)}
          />
          <Button type="submit" loading={enable.isPending} disabled={!code.trim()}>
            {t('turn_on')}
          </Button>
        </form>
      ) : (
        <form className={styles.steps} onSubmit={submit(() => begin.mutate())}>
          <Fault error={begin.error} />
          <p>{t('two_factor_why')}</p>
          <PasswordInput
            label={t('password_current')}
            autoComplete="current-password"
            data-autofocus
            value={password}
            onChange={event => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': t('password_show') }}
          />
          <Button type="submit" loading={begin.isPending} disabled={!password}>
            {t('continue')}
          </Button>
        </form>
      )}
    </Dialog>
  )
}

function QrCode({ url }: { url: string }) {
  const { t } = useWords()
  const { data } = useQuery({
    queryKey: ['qr', url],
    queryFn: async () =>
      (await import('qrcode')).toDataURL(url, { margin: 2, width: 200, errorCorrectionLevel: 'M' }),
    gcTime: 0,
  })
  return (
    <div className={styles.qr}>
      {data && <img src={data} width={200} height={200} alt={t('two_factor_qr')} />}
    </div>
  )
}
