// Above the thread: that the customer asked the same before, with the two things that can be done about it.
import { Button } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Conversation } from '../../../contract/conversations.ts'
import { useWords } from '../language/words.tsx'
import { useMay } from '../session/session.ts'
import styles from './related.module.css'
import { useRelate, useRelated } from './use-related.ts'

export function SameOffers({ conversation }: { conversation: Conversation }) {
  const same = useRelated(conversation.id)?.same ?? []
  return same.map(other => <Offer key={other.id} conversation={conversation} other={other} />)
}

function Offer({ conversation, other }: { conversation: Conversation; other: Conversation }) {
  const { t } = useWords()
  const may = useMay()
  const { merge, take, dismiss } = useRelate(conversation)
  const number = `#${other.number}`
  const isNewer = conversation.number > other.number
  // The newer goes into the older, from whichever side one looks.
  const mergeThem = () =>
    isNewer ? merge.mutate(other.number) : take.mutate({ id: other.id, into: conversation.number })
  return (
    <section className={styles.offer} aria-label={t(isNewer ? 'same_older' : 'same_newer', { number })}>
      <IconCopy size={16} aria-hidden />
      <p>
        {t(isNewer ? 'same_older' : 'same_newer', { number })}{' '}
        <Link to="/inbox/$view/$id" params={{ view: 'all', id: other.id }} search={{}}>
          {t('other_open', { number })}
        </Link>
      </p>
      {may('conversations.write') && (
        <>
          <Button size="compact-sm" loading={merge.isPending || take.isPending} onClick={mergeThem}>
            {t('same_merge')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            loading={dismiss.isPending}
            onClick={() => dismiss.mutate(other.number)}
          >
            {t('same_dismiss')}
          </Button>
        </>
      )}
    </section>
  )
}
