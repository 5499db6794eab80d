// A row of tools that the arrow keys move through, so that Tab passes it in one step; Escape leads back to the text.
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { IconButton } from '../../../kit/icon-button.tsx'
import styles from './editor.module.css'

interface Props {
  label: string
  children: ReactNode
  onLeave(): void
}

export function Toolbar({ label, children, onLeave }: Props) {
  const bar = useRef<HTMLDivElement>(null)
  const current = useRef<HTMLElement | null>(null)
  // One tool is a stop for Tab: the last one that was used, as long as it can be.
  useEffect(() => {
    const all = tools(bar.current)
    if (!current.current || !all.includes(current.current)) current.current = all[0] ?? null
    for (const tool of all) tool.tabIndex = tool === current.current ? 0 : -1
  })
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target instanceof HTMLInputElement) return
    if (event.key === 'Escape') return onLeave()
    const all = tools(bar.current)
    const to = target(all, event)
    if (!to) return
    event.preventDefault()
    to.focus()
  }
  const remember = (element: Element) => {
    const all = tools(bar.current)
    const tool = all.find(one => one === element)
    if (!tool) return
    current.current = tool
    for (const one of all) one.tabIndex = one === tool ? 0 : -1
  }
  return (
    <div
      ref={bar}
      role="toolbar"
      tabIndex={-1}
      aria-label={label}
      className={styles.toolbar}
      onKeyDown={move}
      onFocus={event => remember(event.target)}
    >
      {children}
    </div>
  )
}

const tools = (bar: HTMLElement | null): HTMLElement[] =>
  [...(bar?.querySelectorAll<HTMLElement>('button, input') ?? [])].filter(tool => !tool.matches(':disabled'))

function target(
  all: HTMLElement[],
  { key, currentTarget }: KeyboardEvent<HTMLElement>,
): HTMLElement | undefined {
  if (key === 'Home') return all[0]
  if (key === 'End') return all.at(-1)
  const isRightToLeft = getComputedStyle(currentTarget).direction === 'rtl'
  const by = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
  if (by === 0) return undefined
  const at = all.indexOf(document.activeElement as HTMLElement)
  return all[(at + (isRightToLeft ? -by : by) + all.length) % all.length]
}

interface ToolProps {
  label: string
  keys?: string
  isOn?: boolean
  disabled?: boolean
  children: ReactNode
  onUse(): void
}

export function Tool({ label, keys, isOn, disabled, children, onUse }: ToolProps) {
  return (
    <IconButton
      label={label}
      keys={keys}
      disabled={disabled}
      aria-pressed={isOn}
      className={styles.tool}
      // The text keeps the caret.
      onMouseDown={event => event.preventDefault()}
      onClick={onUse}
    >
      {children}
    </IconButton>
  )
}

export function Gap() {
  return <span className={styles.gap} aria-hidden />
}
