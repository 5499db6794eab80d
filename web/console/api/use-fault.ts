// What an error says to the reader, in their language, and the small notification that carries it.
import { notifications } from '@mantine/notifications'
import { useCallback } from 'react'
import { Refusal } from '../../api/refusal.ts'
import { useWords } from '../language/words.tsx'

/** Gives the sentence for anything that was thrown. */
export function useFaultSentence(): (error: unknown) => string {
  const { word } = useWords()
  return useCallback(
    (error: unknown) => {
      if (!(error instanceof Refusal)) return word('errors', 'internal')
      if (error.code === 'offline') return word('errors', 'unavailable')
      return word('errors', error.code, error.details)
    },
    [word],
  )
}

/** Shows what went wrong with something the reader did. */
export function useShowFault(): (error: unknown) => void {
  const sentence = useFaultSentence()
  return useCallback(
    (error: unknown) => {
      notifications.show({ color: 'rust', message: sentence(error), autoClose: 6_000 })
    },
    [sentence],
  )
}
