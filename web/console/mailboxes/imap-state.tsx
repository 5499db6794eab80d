// How the fetching of a mailbox goes: since when it is connected, or what is wrong and when it is tried again.
import type { ImapState as State } from '../../../contract/imap.ts'
import { Tag } from '../../kit/tag.tsx'
import { fullTime } from '../language/time.ts'
import { useWords } from '../language/words.tsx'

export function ImapTag({ state }: { state: State }) {
  const { t, locale } = useWords()
  if (state.connectedSince)
    return <Tag tone="brand">{t('imap_connected', { time: fullTime(locale, state.connectedSince) })}</Tag>
  return state.fault ? (
    <Tag tone="late">{t('imap_broken')}</Tag>
  ) : (
    <Tag tone="waiting">{t('imap_connecting')}</Tag>
  )
}

export function ImapDetail({ state }: { state: State }) {
  const { t, word, locale } = useWords()
  const { fault, retryAt, lastMailAt, passedOver } = state
  const sentences = [
    fault && word('errors', fault),
    retryAt && t('imap_retry', { time: fullTime(locale, retryAt) }),
    lastMailAt && t('imap_last_mail', { time: fullTime(locale, lastMailAt) }),
    passedOver > 0 && t('imap_passed_over', { count: passedOver }),
  ].filter(Boolean)
  return sentences.length > 0 && <div>{sentences.join(' ')}</div>
}
