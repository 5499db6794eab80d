// The second step of signing in: six digits from the app, or a recovery code when the app is lost.
import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useWords } from '../language/words.tsx'
import styles from './door.module.css'
import { Door } from './door.tsx'
import { Fault } from './fault.tsx'

interface Props {
  busy: boolean
  fault: unknown
  onCode(code: string): void
  onBack(): void
}

export function SecondFactorStep({ busy, fault, onCode, onBack }: Props) {
  const { t } = useWords()
  const [code, setCode] = useState('')
  const [recovery, setRecovery] = useState(false)
  const change = (value: string) => {
    setCode(value)
    // A complete code needs no further key, but only once: a wrong one is corrected by hand.
    if (!recovery && !fault && /^\d{6}$/.test(value.trim())) onCode(value.trim())
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (code.trim()) onCode(code.trim())
  }
  return (
    <Door title={t('second_factor')} lead={recovery ? t('recovery_code_lead') : t('second_factor_lead')}>
      <form onSubmit={submit}>
        <Fault error={fault} />
        <TextInput
          key={String(recovery)}
          label={recovery ? t('recovery_code') : t('second_factor_code')}
          inputMode={recovery ? 'text' : 'numeric'}
          autoComplete="one-time-code"
          autoFocus
          size="lg"
          styles={{ input: { letterSpacing: recovery ? 1 : 6, fontVariantNumeric: 'tabular-nums' } }}
          value={code}
          onChange={event => change(event.currentTarget.value)}
        />
        <Button type="submit" fullWidth loading={busy}>
          {t('continue')}
        </Button>
        <button
          type="button"
          className={styles.link}
          onClick={() => {
            setCode('')
            setRecovery(!recovery)
          }}
        >
          {recovery ? t('second_factor_use_app') : t('recovery_code_use')}
        </button>
        <button type="button" className={styles.link} onClick={onBack}>
          {t('back')}
        </button>
      </form>
    </Door>
  )
}
