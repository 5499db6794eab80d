// A list of things to choose from, inside a popover or a dialog; arrows move through it.
import { Popover, UnstyledButton } from '@mantine/core'
import { cloneElement, type KeyboardEvent, type ReactElement, type ReactNode, useState } from 'react'
import styles from './choices.module.css'

export function Choices({ label, children }: { label: string; children: ReactNode }) {
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (!by) return
    const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-choice], input')]
    const at = stops.indexOf(document.activeElement as HTMLElement)
    const next = stops[(at + by + stops.length) % stops.length]
    if (document.activeElement instanceof HTMLInputElement && document.activeElement.type.startsWith('date'))
      return
    event.preventDefault()
    next?.focus()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys move between its buttons
    <div role="group" aria-label={label} className={styles.choices} onKeyDown={move}>
      {children}
    </div>
  )
}

export function Choice({
  icon,
  detail,
  children,
  onChoose,
  autoFocus,
}: {
  icon?: ReactNode
  detail?: ReactNode
  children: ReactNode
  onChoose(): void
  autoFocus?: boolean
}) {
  return (
    <UnstyledButton
      className={styles.choice}
      onClick={onChoose}
      data-choice
      data-autofocus={autoFocus || undefined}
    >
      {icon}
      <span className={styles.word}>{children}</span>
      {detail && <small>{detail}</small>}
    </UnstyledButton>
  )
}

export function ChoiceTitle({ children }: { children: ReactNode }) {
  return <div className={styles.title}>{children}</div>
}

/** A button that opens choices beside itself; choosing closes them. */
export function ChoicePopover({
  target,
  width = 248,
  children,
}: {
  target: ReactElement<{ onClick?(): void }>
  width?: number
  children(close: () => void): ReactNode
}) {
  const [opened, setOpened] = useState(false)
  const close = () => setOpened(false)
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={width}
      withinPortal
      trapFocus
      returnFocus
    >
      <Popover.Target>{cloneElement(target, { onClick: () => setOpened(!opened) })}</Popover.Target>
      <Popover.Dropdown p={4}>{children(close)}</Popover.Dropdown>
    </Popover>
  )
}
