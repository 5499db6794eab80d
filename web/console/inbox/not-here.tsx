// An address that leads nowhere.
import { Button } from '@mantine/core'
import { IconMap2 } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { Blank } from '../../kit/blank.tsx'
import { useWords } from '../language/words.tsx'

export function NotHere() {
  const { t } = useWords()
  const navigate = useNavigate()
  return (
    <main style={{ height: '100%', display: 'grid' }}>
      <h1 className="visually-hidden">{t('not_here')}</h1>
      <Blank
        icon={<IconMap2 size={28} />}
        title={t('not_here')}
        action={<Button onClick={() => void navigate({ to: '/' })}>{t('to_inbox')}</Button>}
      >
        {t('not_here_text')}
      </Blank>
    </main>
  )
}
