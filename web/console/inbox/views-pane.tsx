// The first pane: the views and teams with their live counts, whether one is available, and one's own menu.
import {
  IconAt,
  IconBook,
  IconChecklist,
  IconCommand,
  IconInbox,
  IconSearch,
  IconSettings,
  IconUser,
  IconUserOff,
  IconUsers,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Keys } from '../../kit/keys.tsx'
import { useRunCommand } from '../commands/commands.tsx'
import { useCounts } from '../conversations/counts.ts'
import type { View } from '../conversations/filters.ts'
import { useDeskName } from '../desk/desk-name.ts'
import { useNow } from '../language/time.ts'
import { useWords } from '../language/words.tsx'
import { Mark } from '../look/mark.tsx'
import { useMay } from '../session/session.ts'
import { useOwnTasks } from '../tasks/tasks.ts'
import { useTeams } from '../teams/teams.ts'
import { Availability } from './availability.tsx'
import { OwnMenu } from './own-menu.tsx'
import styles from './views-pane.module.css'

const icons: Record<View, ReactNode> = {
  mine: <IconUser size={18} />,
  unassigned: <IconUserOff size={18} />,
  all: <IconInbox size={18} />,
  mentions: <IconAt size={18} />,
}

export function ViewsPane() {
  const { t } = useWords()
  const counts = useCounts()
  const teams = useTeams()
  const name = useDeskName()
  const run = useRunCommand()
  const may = useMay()
  const mayRead = may('conversations.read')
  const countOf = (id: string) => counts?.teams.find(team => team.id === id)?.count
  return (
    <nav className={styles.pane} aria-label={t('views')}>
      <div className={styles.top}>
        <Mark size={26} />
        <span className={styles.name}>{name}</span>
      </div>
      <button type="button" className={styles.find} onClick={() => run('palette')}>
        <IconCommand size={16} aria-hidden />
        <span className={styles.word}>{t('palette_open')}</span>
        <span className={styles.hint}>
          <Keys combo="mod+k" />
        </span>
      </button>
      <div className={styles.scroll}>
        <ul>
          {mayRead &&
            (['mine', 'unassigned', 'all', 'mentions'] as const).map(view => (
              <ViewLink
                key={view}
                view={view}
                icon={icons[view]}
                label={t(`view_${view}`)}
                count={view === 'mentions' ? undefined : counts?.[view]}
                waiting={view === 'unassigned' ? counts?.queued : 0}
              />
            ))}
          {mayRead && <TasksLink />}
          {mayRead && (
            <li>
              <Link
                to="/search"
                search={{ q: '' }}
                className={styles.link}
                activeOptions={{ includeSearch: false }}
              >
                <IconSearch size={18} aria-hidden />
                <span className={styles.word}>{t('search')}</span>
              </Link>
            </li>
          )}
          {may('articles.write') && (
            <li>
              <Link
                to="/articles"
                search={{}}
                className={styles.link}
                title={t('help_centre')}
                activeOptions={{ includeSearch: false }}
              >
                <IconBook size={18} aria-hidden />
                <span className={styles.word}>{t('help_centre')}</span>
              </Link>
            </li>
          )}
        </ul>
        {mayRead && teams.length > 0 && (
          <>
            <h2 className={styles.heading}>{t('teams')}</h2>
            <ul>
              {teams.map(team => (
                <ViewLink
                  key={team.id}
                  view="all"
                  team={team.id}
                  icon={<IconUsers size={18} />}
                  label={team.name}
                  count={countOf(team.id)}
                />
              ))}
            </ul>
          </>
        )}
      </div>
      <div className={styles.bottom}>
        <Availability />
        <div className={styles.own}>
          <OwnMenu />
          <Link
            to="/settings/$section"
            params={{ section: 'profile' }}
            className={styles.gear}
            aria-label={t('settings')}
            title={t('settings')}
          >
            <IconSettings size={18} />
          </Link>
        </div>
      </div>
    </nav>
  )
}

/** One's own tasks: how many are left, and whether one of them is due. */
function TasksLink() {
  const { locale, t } = useWords()
  const now = useNow()
  const { data = [] } = useOwnTasks()
  const due = data.filter(({ dueAt }) => dueAt !== null && Date.parse(dueAt) <= now).length
  return (
    <li>
      <Link to="/tasks" className={styles.link} title={t('tasks_mine')}>
        <IconChecklist size={18} aria-hidden />
        <span className={styles.word}>{t('tasks_mine')}</span>
        {due > 0 && (
          <span className={styles.late} title={t('tasks_due', { count: due })}>
            <span className="visually-hidden">{t('tasks_due', { count: due })}</span>
          </span>
        )}
        {data.length > 0 && <span className={styles.count}>{compact(locale, data.length)}</span>}
      </Link>
    </li>
  )
}

interface ViewLinkProps {
  view: View
  team?: string
  icon: ReactNode
  label: string
  count?: number
  /** How many of them wait in the queue right now. */
  waiting?: number
}

function ViewLink({ view, team, icon, label, count, waiting = 0 }: ViewLinkProps) {
  const { locale, t } = useWords()
  return (
    <li>
      <Link
        to="/inbox/$view"
        params={{ view }}
        search={{ team }}
        className={styles.link}
        title={label}
        activeOptions={{ includeSearch: true, exact: false }}
        inactiveProps={{}}
      >
        {icon}
        <span className={styles.word}>{label}</span>
        {waiting > 0 && (
          <span className={styles.waiting} title={t('waiting_now', { count: waiting })}>
            <span className="visually-hidden">{t('waiting_now', { count: waiting })}</span>
          </span>
        )}
        {count !== undefined && count > 0 && <span className={styles.count}>{compact(locale, count)}</span>}
      </Link>
    </li>
  )
}

const compact = (locale: string, count: number): string =>
  new Intl.NumberFormat(locale, {
    notation: count > 9_999 ? 'compact' : 'standard',
    maximumFractionDigits: 1,
  }).format(count)
