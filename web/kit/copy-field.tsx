// A value to be taken elsewhere: shown in full, copied with one press.
import { Button } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import styles from './copy-field.module.css'

interface Props {
  value: string
  label: string
  copy: string
  copied: string
  multiline?: boolean
}

export function CopyField({ value, label, copy, copied, multiline = false }: Props) {
  const [done, setDone] = useState(false)
  const take = async () => {
    await writeClipboard(value)
    setDone(true)
    setTimeout(() => setDone(false), 2_000)
  }
  return (
    <div className={styles.field} data-multiline={multiline}>
      <code className={styles.value} role="group" aria-label={label} tabIndex={0}>
        {value}
      </code>
      <Button
        variant="default"
        size="xs"
        leftSection={done ? <IconCheck size={14} /> : <IconCopy size={14} />}
        onClick={() => void take()}
      >
        <span aria-live="polite">{done ? copied : copy}</span>
      </Button>
    </div>
  )
}

// The clipboard's own interface exists only on https and localhost; desks are also tried on plain addresses.
export async function writeClipboard(value: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(value)
  const area = document.createElement('textarea')
  area.value = value
  document.body.append(area)
  area.select()
  document.execCommand('copy')
  area.remove()
}
