// The help centre as those see it who write it: its parts, and the one that is open.
import { IconArrowLeft, IconLock } from '@tabler/icons-react'
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { Blank } from '../../kit/blank.tsx'
import { IconButton } from '../../kit/icon-button.tsx'
import { useWords } from '../language/words.tsx'
import { useMay } from '../session/session.ts'
import styles from './help-frame.module.css'
import { ArticleWordsProvider } from './language/article-words.tsx'

const parts = [
  { to: '/articles', word: 'help_articles' },
  { to: '/articles/topics', word: 'help_topics' },
  { to: '/articles/fees', word: 'help_fees' },
  { to: '/articles/concepts', word: 'help_concepts' },
  { to: '/articles/gaps', word: 'help_gaps' },
  { to: '/articles/reports', word: 'help_reports' },
  { to: '/articles/files', word: 'help_files' },
] as const

export function HelpFrame() {
  const { t } = useWords()
  const may = useMay()
  const navigate = useNavigate()
  const path = useRouterState({ select: state => state.location.pathname })
  const open = parts.findLast(({ to }) => path.startsWith(to))?.to
  if (!may('articles.write'))
    return (
      <main id="main" tabIndex={-1} className={styles.none}>
        <h1 className="visually-hidden">{t('help_centre')}</h1>
        <Blank icon={<IconLock size={28} />} title={t('help_not_yours')}>
          {t('help_not_yours_text')}
        </Blank>
      </main>
    )
  return (
    <div className={styles.frame} data-alone={!parts.some(({ to }) => to === path)}>
      <nav className={styles.nav} aria-label={t('help_centre')}>
        <IconButton
          label={t('back')}
          className={styles.back}
          size={44}
          onClick={() => void navigate({ to: '/inbox' })}
        >
          <IconArrowLeft size={20} className={styles.turned ?? ''} />
        </IconButton>
        <strong>{t('help_centre')}</strong>
        <ul>
          {parts.map(({ to, word }) => (
            <li key={to}>
              <Link
                to={to}
                search={{}}
                className={styles.link}
                activeOptions={{ exact: true, includeSearch: false }}
                data-open={to === open}
              >
                {t(word)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <main id="main" tabIndex={-1} className={styles.page}>
        <ArticleWordsProvider>
          <Outlet />
        </ArticleWordsProvider>
      </main>
    </div>
  )
}
