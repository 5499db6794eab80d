// A question in front of everything else. The browser keeps the focus inside, and gives it back afterwards.
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'

interface DialogProps {
  title: string
  sheet?: boolean
  closed(): void
  children: ComponentChildren
}

export function Dialog({ title, sheet, closed, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const opener = document.activeElement as HTMLElement | null
    dialog.current?.showModal()
    return () => opener?.isConnected && opener.focus()
  }, [])
  return (
    // A click on the dialog itself is one beside its content; Escape does the same for the keyboard.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      class={sheet ? 'dialog sheet' : 'dialog'}
      aria-labelledby={id}
      onClose={closed}
      onClick={event => event.target === dialog.current && closed()}
    >
      <div class="dialog-body">
        <h2 id={id}>{title}</h2>
        {children}
      </div>
    </dialog>
  )
}
