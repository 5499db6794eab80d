// What many ask, agents answer by hand and no article answers: the most asked first, with what can be done about it.
import { NativeSelect } from '@mantine/core'
import { IconArrowLeft, IconBulb } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Blank } from '../../kit/blank.tsx'
import { Bone } from '../../kit/bones.tsx'
import { IconButton } from '../../kit/icon-button.tsx'
import { Page } from '../../kit/section.tsx'
import { useTitle } from '../language/use-title.ts'
import { useWords } from '../language/words.tsx'
import { Fault } from '../session/fault.tsx'
import styles from './article-gaps.module.css'
import { GapCard } from './gap-card.tsx'
import { useGaps } from './gaps.ts'
import { ProposalDialog } from './proposal-dialog.tsx'
import { SourcesSection } from './sources-section.tsx'

export function GapsPage() {
  const { t } = useWords()
  const navigate = useNavigate()
  const [dismissed, setDismissed] = useState(false)
  const [making, setMaking] = useState<string | null>(null)
  const { data, error, isPending } = useGaps(dismissed)
  useTitle(t('gaps'))
  return (
    <main id="main" tabIndex={-1} className={styles.screen}>
      <IconButton
        label={t('back')}
        className={styles.back}
        size={44}
        onClick={() => void navigate({ to: '/inbox' })}
      >
        <IconArrowLeft size={20} />
      </IconButton>
      <Page
        title={t('gaps')}
        lead={t('gaps_lead')}
        actions={
          <NativeSelect
            aria-label={t('gaps_show')}
            data={[
              { value: 'open', label: t('gaps_open') },
              { value: 'dismissed', label: t('gaps_dismissed') },
            ]}
            value={dismissed ? 'dismissed' : 'open'}
            onChange={event => setDismissed(event.currentTarget.value === 'dismissed')}
          />
        }
      >
        <Fault error={error} />
        {isPending && <Bone height={160} />}
        {data?.length === 0 && (
          <Blank icon={<IconBulb size={28} />} title={t(dismissed ? 'gaps_none_dismissed' : 'gaps_none')}>
            {t(dismissed ? 'gaps_none_dismissed_text' : 'gaps_none_text')}
          </Blank>
        )}
        {data?.map(gap => (
          <GapCard key={gap.id} gap={gap} onMake={() => setMaking(gap.id)} />
        ))}
        <SourcesSection />
      </Page>
      {making && <ProposalDialog from={{ gapId: making }} onClose={() => setMaking(null)} />}
    </main>
  )
}
