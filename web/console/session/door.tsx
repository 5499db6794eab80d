// The frame of every screen in front of the desk: mark, card, and the choice of language.
import type { ReactNode } from 'react'
import { locales, useWords } from '../language/words.tsx'
import { Mark } from '../look/mark.tsx'
import styles from './door.module.css'

export function Door({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  const { locale, setLocale, t } = useWords()
  return (
    <div className={styles.door}>
      <main className={styles.card}>
        <Mark size={40} />
        <h1>{title}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
        {children}
      </main>
      <nav className={styles.languages} aria-label={t('language')}>
        {locales.map(({ tag, name }) => (
          <button
            key={tag}
            type="button"
            lang={tag}
            aria-pressed={tag === locale}
            onClick={() => setLocale(tag)}
          >
            {name}
          </button>
        ))}
      </nav>
    </div>
  )
}
