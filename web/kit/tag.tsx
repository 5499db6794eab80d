// A small word with a state: never by colour alone, so it may carry a dot or an icon of its own shape.
import type { ReactNode } from 'react'
import styles from './tag.module.css'

export type Tone = 'plain' | 'brand' | 'waiting' | 'late' | 'soft'

export function Tag({
  tone = 'plain',
  icon,
  children,
  title,
}: {
  tone?: Tone
  icon?: ReactNode
  children: ReactNode
  title?: string
}) {
  return (
    <span className={styles.tag} data-tone={tone} title={title}>
      {icon}
      <span className={styles.word}>{children}</span>
    </span>
  )
}
