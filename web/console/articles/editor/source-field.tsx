// The Markdown itself, for those who would rather write that.
import { useLayoutEffect, useRef } from 'react'
import styles from './editor.module.css'

interface Props {
  label: string
  locale: string
  direction: 'ltr' | 'rtl'
  value: string
  readOnly: boolean
  onChange(markdown: string): void
}

export function SourceField({ label, locale, direction, value, readOnly, onChange }: Props) {
  const field = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    const area = field.current
    if (!area) return
    area.style.height = 'auto'
    area.style.height = `${area.scrollHeight}px`
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [value])
  useLayoutEffect(() => field.current?.focus(), [])
  return (
    <textarea
      ref={field}
      className={styles.source}
      aria-label={label}
      lang={locale}
      dir={direction}
      value={value}
      readOnly={readOnly}
      maxLength={100_000}
      onChange={event => onChange(event.currentTarget.value)}
    />
  )
}
