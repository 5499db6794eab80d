// What a screen shows when there is nothing to show: why, and what to do next.
import type { ReactNode } from 'react'
import styles from './blank.module.css'

interface Props {
  icon: ReactNode
  title: string
  children?: ReactNode
  action?: ReactNode
  tone?: 'calm' | 'late'
}

export function Blank({ icon, title, children, action, tone = 'calm' }: Props) {
  return (
    <div className={styles.blank} data-tone={tone} role={tone === 'late' ? 'alert' : undefined}>
      <div className={styles.icon} aria-hidden>
        {icon}
      </div>
      <p className={styles.title}>{title}</p>
      {children && <div className={styles.text}>{children}</div>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  )
}
