// One block of a settings page: what it is about on top, what to do with it below.
import type { ReactNode } from 'react'
import styles from './section.module.css'

export function Page({
  title,
  lead,
  actions,
  children,
}: {
  title: string
  lead?: string
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div>
          <h1>{title}</h1>
          {lead && <p>{lead}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  )
}

export function Section({
  title,
  lead,
  actions,
  children,
}: {
  title?: string
  lead?: ReactNode
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <section className={styles.section}>
      {(title || actions) && (
        <header>
          <div>
            {title && <h2>{title}</h2>}
            {lead && <p>{lead}</p>}
          </div>
          {actions}
        </header>
      )}
      <div className={styles.body}>{children}</div>
    </section>
  )
}

/** A line in a list of things: left what it is, right what can be done. */
export function Line({
  icon,
  title,
  detail,
  children,
}: {
  icon?: ReactNode
  title: ReactNode
  detail?: ReactNode
  children?: ReactNode
}) {
  return (
    <div className={styles.line}>
      {icon}
      <div className={styles.what}>
        <div className={styles.name}>{title}</div>
        {detail && <div className={styles.detail}>{detail}</div>}
      </div>
      {children && <div className={styles.does}>{children}</div>}
    </div>
  )
}
