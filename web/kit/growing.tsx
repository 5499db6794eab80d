// A text field that grows with its text, up to a third of the screen.
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type Ref,
  type SyntheticEvent,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from 'react'
import styles from './growing.module.css'

interface Props {
  label: string
  value: string
  onChange(value: string): void
  onKeyDown?(event: KeyboardEvent<HTMLTextAreaElement>): void
  onSelect?(event: SyntheticEvent<HTMLTextAreaElement>): void
  onPaste?(event: ClipboardEvent<HTMLTextAreaElement>): void
  onBlur?(): void
  placeholder?: string
  maxLength?: number
  autoFocus?: boolean
  framed?: boolean
  ref?: Ref<HTMLTextAreaElement | null>
  /** Attributes of a combobox, while a menu belongs to the field. */
  aria?: Record<string, string | boolean | undefined>
}

export function Growing({ label, value, onChange, framed = false, ref, aria, ...rest }: Props) {
  const field = useRef<HTMLTextAreaElement>(null)
  useImperativeHandle(ref, () => field.current as HTMLTextAreaElement)
  useLayoutEffect(() => {
    const area = field.current
    if (!area) return
    area.style.height = 'auto'
    area.style.height = `${area.scrollHeight}px`
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [value])
  return (
    <textarea
      ref={field}
      rows={1}
      className={styles.growing}
      data-framed={framed}
      aria-label={label}
      value={value}
      onChange={event => onChange(event.currentTarget.value)}
      {...rest}
      {...aria}
    />
  )
}
