// A dialog that is in the page only while it is open, and leads back to where one was.
import { Modal, type ModalProps } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useWords } from '../language/words.tsx'

export function Dialog(props: Omit<ModalProps, 'opened'>) {
  const { t } = useWords()
  useWayBack()
  return <Modal opened closeButtonProps={{ 'aria-label': t('close') }} {...props} />
}

/** Mantine gives the focus back to what had it only where a dialog opens later than it is there. */
function useWayBack(): void {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      const isLost = !document.activeElement || document.activeElement === document.body
      if (isLost && before instanceof HTMLElement) before.focus()
    },
    [before],
  )
}
