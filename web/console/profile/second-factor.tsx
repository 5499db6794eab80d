// The second factor: turned on with an app that shows codes, kept safe by recovery codes.
import { Button } from '@mantine/core'
import { IconShieldCheck, IconShieldOff } from '@tabler/icons-react'
import { useState } from 'react'
import { Line, Section } from '../../kit/section.tsx'
import { useWords } from '../language/words.tsx'
import { useMe } from '../session/session.ts'
import { SecondFactorChange } from './second-factor-change.tsx'
import { SecondFactorSetUp } from './second-factor-set-up.tsx'

type Open = 'set-up' | 'disable' | 'codes'

export function SecondFactor() {
  const { t } = useWords()
  const { twoFactor } = useMe()
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  return (
    <Section>
      <Line
        icon={
          twoFactor ? (
            <IconShieldCheck size={22} color="var(--brand)" aria-hidden />
          ) : (
            <IconShieldOff size={22} color="var(--waiting)" aria-hidden />
          )
        }
        title={t('two_factor')}
        detail={twoFactor ? t('two_factor_on') : t('two_factor_off')}
      >
        {twoFactor ? (
          <>
            <Button variant="default" size="xs" onClick={() => setOpen('codes')}>
              {t('recovery_codes_new')}
            </Button>
            <Button variant="default" size="xs" onClick={() => setOpen('disable')}>
              {t('turn_off')}
            </Button>
          </>
        ) : (
          <Button size="xs" onClick={() => setOpen('set-up')}>
            {t('turn_on')}
          </Button>
        )}
      </Line>
      {open === 'set-up' && <SecondFactorSetUp onClose={close} />}
      {(open === 'disable' || open === 'codes') && <SecondFactorChange what={open} onClose={close} />}
    </Section>
  )
}
