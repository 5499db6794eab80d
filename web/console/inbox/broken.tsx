// A screen that failed: the rest of the console goes on, and what was typed is kept.
import { Button } from '@mantine/core'
import { IconTool } from '@tabler/icons-react'
import { Blank } from '../../kit/blank.tsx'
import { useWords } from '../language/words.tsx'

export function Broken({ reset }: { reset(): void }) {
  const { t } = useWords()
  return (
    <main style={{ flex: 1, display: 'grid' }}>
      <Blank
        tone="late"
        icon={<IconTool size={28} />}
        title={t('broken')}
        action={
          <>
            <Button onClick={reset}>{t('try_again')}</Button>
            <Button variant="default" onClick={() => location.reload()}>
              {t('reload')}
            </Button>
          </>
        }
      >
        {t('broken_text')}
      </Blank>
    </main>
  )
}
