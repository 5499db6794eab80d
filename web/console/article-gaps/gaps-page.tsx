// What many ask, agents answer by hand and no article answers: the most asked first, with what can be done about it.
import { NativeSelect } from '@mantine/core'
import { IconBulb } from '@tabler/icons-react'
import { useState } from 'react'
import { Blank } from '../../kit/blank.tsx'
import { Bone } from '../../kit/bones.tsx'
import { Page } from '../../kit/section.tsx'
import { useTitle } from '../language/use-title.ts'
import { useWords } from '../language/words.tsx'
import { Fault } from '../session/fault.tsx'
import { GapCard } from './gap-card.tsx'
import { useGaps } from './gaps.ts'
import { ProposalDialog } from './proposal-dialog.tsx'
import { SourcesSection } from './sources-section.tsx'

export function GapsPage() {
  const { t } = useWords()
  const [dismissed, setDismissed] = useState(false)
  const [making, setMaking] = useState<string | null>(null)
  const { data, error, isPending } = useGaps(dismissed)
  useTitle(t('gaps'))
  return (
    <>
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
    </>
  )
}
