// Tabs over one panel: arrows move between them, as in every tab list.
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import styles from './tabs.module.css'

interface Props<T extends string> {
  /** What the tabs choose. */
  label: string
  tabs: readonly { value: T; label: ReactNode }[]
  value: T
  onChange(value: T): void
  /** The id of the panel that shows what is chosen; it is named by `tabId(panel, value)`. */
  panel: string
}

export const tabId = (panel: string, value: string): string => `${panel}-tab-${value}`

export function Tabs<T extends string>({ label, tabs, value, onChange, panel }: Props<T>) {
  const list = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const isLeftToRight = getComputedStyle(event.currentTarget).direction === 'ltr'
    const forth = isLeftToRight ? 'ArrowRight' : 'ArrowLeft'
    const back = isLeftToRight ? 'ArrowLeft' : 'ArrowRight'
    const by = event.key === forth ? 1 : event.key === back ? -1 : 0
    if (!by) return
    event.preventDefault()
    const at = tabs.findIndex(tab => tab.value === value)
    const next = tabs[(at + by + tabs.length) % tabs.length]
    if (!next) return
    onChange(next.value)
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus())
  }
  return (
    <div
      ref={list}
      role="tablist"
      tabIndex={-1}
      aria-label={label}
      className={styles.tabs}
      onKeyDown={onKeyDown}
    >
      {tabs.map(tab => (
        <button
          key={tab.value}
          id={tabId(panel, tab.value)}
          type="button"
          role="tab"
          className={styles.tab}
          aria-selected={tab.value === value}
          aria-controls={panel}
          tabIndex={tab.value === value ? 0 : -1}
          onClick={() => onChange(tab.value)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  )
}
