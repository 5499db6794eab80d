// Articles that fit what is being typed, a moment after the typing rests; answers that come late are left aside.
import { useEffect, useState } from 'preact/hooks'
import type { HelpHit } from '../../../contract/help.ts'
import { useChat } from './use-chat.ts'

const restMs = 350
/** A sign of these says as much as a short word. */
const dense = /[\u2e80-\u9fff\uac00-\ud7af]/g

/** How much was said: in letters. */
export const weightOf = (text: string): number => text.length + 3 * (text.match(dense)?.length ?? 0)

/** Undefined while too little is typed or nothing is known yet. What was found stays until something else is. */
export function useFitting(text: string, least: number): HelpHit[] | undefined {
  const chat = useChat()
  const [hits, setHits] = useState<HelpHit[]>()
  const wanted = text.trim()
  const isEnough = weightOf(wanted) >= least
  useEffect(() => {
    if (!isEnough) return setHits(undefined)
    let isLate = false
    const timer = setTimeout(() => {
      chat.help.search(wanted).then(
        found => isLate || setHits(found),
        () => {},
      )
    }, restMs)
    return () => {
      isLate = true
      clearTimeout(timer)
    }
  }, [chat, wanted, isEnough])
  return hits
}
