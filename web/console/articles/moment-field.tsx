// An instant, typed as the reader's own clock shows it.
import { TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'

type Props = Omit<TextInputProps, 'value' | 'onChange' | 'type'> & {
  /** ISO 8601 in UTC. */
  value: string | null
  /** Null while the field is empty. */
  onChange(instant: string | null): void
}

export function MomentField({ value, onChange, ...field }: Props) {
  const [text, setText] = useState(value ? toField(value) : '')
  return (
    <TextInput
      {...field}
      type="datetime-local"
      value={text}
      onChange={event => {
        const typed = event.currentTarget.value
        setText(typed)
        onChange(typed ? new Date(typed).toISOString() : null)
      }}
    />
  )
}

/** As the browser's field takes it: the reader's own wall clock, to the minute. */
function toField(instant: string): string {
  const at = new Date(instant)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
