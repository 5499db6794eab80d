// When an answer or a solution is to be expected, and when it takes longer than that.
import { useEffect, useState } from 'preact/hooks'
import type { CustomerConversation } from '../../../contract/conversations.ts'
import type { PredictedTimes } from '../../../contract/predictions.ts'
import { fullWhen } from '../chat/days.ts'
import { useChat, useTexts } from './use-chat.ts'

/** After something has happened, the desk takes a moment to reckon. */
const reckoningMs = 5_000

export function Expected({ conversation: { id, seq, version } }: { conversation: CustomerConversation }) {
  const texts = useTexts()
  const { http } = useChat()
  const [times, setTimes] = useState<PredictedTimes>()
  useEffect(() => {
    let gone = false
    const ask = () =>
      void http.get<PredictedTimes>(`/api/customer/conversations/${id}/times`).then(
        now => gone || setTimes(now),
        () => {},
      )
    ask()
    const later = setTimeout(ask, reckoningMs)
    return () => {
      gone = true
      clearTimeout(later)
    }
  }, [http, id, seq, version])
  const time = times?.firstReply ?? times?.resolution
  if (!time) return null
  const { low, high, movedAt } = time
  const [from, to] = [fullWhen(texts, low), fullWhen(texts, high)]
  const word = times?.firstReply ? 'expected_reply' : 'expected_solution'
  return (
    <p>
      {Date.parse(high) < Date.now() ? texts.t('expected_late') : texts.t(word, { from, to })}
      {movedAt && ` ${texts.t('expected_moved', { at: fullWhen(texts, movedAt) })}`}
    </p>
  )
}
