// The few letters that call a thing while writing; its name, the children, stands beside them.
import type { ReactNode } from 'react'
import { NameField } from './name-field.tsx'
import styles from './shortcut-field.module.css'

interface Props {
  label: string
  value: string
  onChange(shortcut: string): void
  children: ReactNode
}

export const ShortcutField = ({ children, ...field }: Props) => (
  <div className={styles.line}>
    <NameField leftSection="/" maxLength={40} data-autofocus {...field} />
    {children}
  </div>
)
