// Searching without a mouse: arrows go through what was found, Enter opens the first of it, Escape leads back to an empty box.
import { type RefObject, useEffect } from 'react'

/** `setText` is told what the box shall hold; it must be the same function each time. */
export function useHitKeys(
  main: RefObject<HTMLElement | null>,
  input: RefObject<HTMLInputElement | null>,
  setText: (text: string) => void,
): void {
  useEffect(() => {
    const screen = main.current
    const listen = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented || !screen) return
      const hits = [...screen.querySelectorAll<HTMLElement>('[data-hit]')]
      const at = hits.indexOf(document.activeElement as HTMLElement)
      const inBox = document.activeElement === input.current
      if (!inBox && at < 0) return
      if (event.key === 'Escape') {
        input.current?.focus()
        setText('')
      } else if (event.key === 'ArrowDown') hits[Math.min(at + 1, hits.length - 1)]?.focus()
      else if (event.key === 'ArrowUp' && at >= 0) (hits[at - 1] ?? input.current)?.focus()
      else if (event.key === 'Enter' && inBox) hits[0]?.click()
      else return
      event.preventDefault()
    }
    screen?.addEventListener('keydown', listen)
    return () => screen?.removeEventListener('keydown', listen)
  }, [main, input, setText])
}
