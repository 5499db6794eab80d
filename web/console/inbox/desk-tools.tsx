// What is at hand on every screen: the ways to the views, the palette, the sheet of shortcuts, and notices.
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useCommands } from '../commands/commands.tsx'
import { useWords } from '../language/words.tsx'
import { Notices } from '../notices/notices.tsx'
import { useMay, useSignOut } from '../session/session.ts'
import { useTeams } from '../teams/teams.ts'

const loadPalette = () => import('../palette/palette.tsx')
const Palette = lazy(() => loadPalette().then(module => ({ default: module.Palette })))
const Shortcuts = lazy(() =>
  import('../commands/shortcuts.tsx').then(module => ({ default: module.Shortcuts })),
)

const ways = [
  { view: 'mine', keys: 'g m' },
  { view: 'unassigned', keys: 'g u' },
  { view: 'all', keys: 'g a' },
  { view: 'mentions', keys: 'g @' },
] as const
const helpPages = [
  { to: '/articles', word: 'help_articles', keys: 'g h' },
  { to: '/articles/topics', word: 'help_topics' },
  { to: '/articles/fees', word: 'help_fees' },
  { to: '/articles/concepts', word: 'help_concepts' },
  { to: '/articles/gaps', word: 'help_gaps', keys: 'g p' },
  { to: '/articles/reports', word: 'help_reports' },
  { to: '/articles/files', word: 'help_files' },
] as const
const sections = [
  'profile',
  'notices',
  'desk',
  'staff',
  'teams',
  'canned-replies',
  'macros',
  'rules',
  'api-keys',
  'audit',
] as const

export function DeskTools() {
  const { t } = useWords()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const may = useMay()
  const teams = useTeams()
  const [open, setOpen] = useState<'palette' | 'shortcuts' | null>(null)
  const close = () => setOpen(null)
  // It is opened by people who go on typing at once.
  useEffect(() => {
    const timer = setTimeout(() => void loadPalette().catch(() => {}), 1_500)
    return () => clearTimeout(timer)
  }, [])
  useCommands([
    {
      id: 'palette',
      group: 'desk',
      label: t('palette_open'),
      keys: 'mod+k',
      keysOnly: true,
      run: () => setOpen('palette'),
    },
    { id: 'shortcuts', group: 'desk', label: t('shortcuts'), keys: '?', run: () => setOpen('shortcuts') },
    ...ways.map(({ view, keys }) => ({
      id: `view ${view}`,
      group: 'go' as const,
      label: t(`view_${view}`),
      keys,
      run: () => void navigate({ to: '/inbox/$view', params: { view }, search: {} }),
    })),
    ...teams.map(team => ({
      id: `team ${team.id}`,
      group: 'go' as const,
      label: `${t('team')}: ${team.name}`,
      run: () => void navigate({ to: '/inbox/$view', params: { view: 'all' }, search: { team: team.id } }),
    })),
    {
      id: 'tasks',
      group: 'go',
      label: t('tasks_mine'),
      keys: 'g t',
      run: () => void navigate({ to: '/tasks' }),
    },
    {
      id: 'search',
      group: 'go',
      label: t('search'),
      keys: 'g s',
      run: () => void navigate({ to: '/search', search: { q: '' } }),
    },
    ...(may('articles.write') ? helpPages : []).map(({ to, word, ...page }) => ({
      id: word,
      group: 'go' as const,
      label: `${t('help_centre')}: ${t(word)}`,
      ...page,
      run: () => void navigate({ to, search: {} }),
    })),
    ...sections.map(section => ({
      id: `settings ${section}`,
      group: 'go' as const,
      label: `${t('settings')}: ${t(`settings_${section.replace('-', '_')}` as 'settings_desk')}`,
      run: () => void navigate({ to: '/settings/$section', params: { section } }),
    })),
    { id: 'sign out', group: 'desk', label: t('sign_out'), run: () => void signOut() },
  ])
  return (
    <>
      <Notices />
      <Suspense>
        {open === 'palette' && <Palette onClose={close} />}
        {open === 'shortcuts' && <Shortcuts onClose={close} />}
      </Suspense>
    </>
  )
}
