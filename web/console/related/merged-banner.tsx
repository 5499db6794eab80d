// In place of the composer: a merged conversation is answered where it goes on.
import { Button } from '@mantine/core'
import { IconArrowMerge } from '@tabler/icons-react'
import type { Conversation } from '../../../contract/conversations.ts'
import { useWords } from '../language/words.tsx'
import { useMay } from '../session/session.ts'
import styles from './related.module.css'
import { useRelate } from './use-related.ts'

interface Props {
  conversation: Conversation
  into: NonNullable<Conversation['mergedInto']>
}

export function MergedBanner({ conversation, into }: Props) {
  const { t, word } = useWords()
  const may = useMay()
  const { go, unmerge } = useRelate(conversation)
  const number = `#${into.number}`
  return (
    <section className={styles.banner} aria-label={word('statuses', 'merged')}>
      <IconArrowMerge size={18} aria-hidden />
      <p>{t('merged_banner', { number })}</p>
      <Button size="compact-sm" onClick={() => void go(into.id)}>
        {t('other_open', { number })}
      </Button>
      {may('conversations.write') && (
        <Button
          size="compact-sm"
          variant="default"
          loading={unmerge.isPending}
          onClick={() => unmerge.mutate()}
        >
          {t('unmerge')}
        </Button>
      )}
    </section>
  )
}
