// The third pane: one conversation with its head, what was said, the composer, and the side bar.
import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconCloudOff, IconLockQuestion } from '@tabler/icons-react'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Refusal } from '../../api/refusal.ts'
import { Blank } from '../../kit/blank.tsx'
import { useFaultSentence } from '../api/use-fault.ts'
import { SideBar } from '../customers/side-bar.tsx'
import { phone } from '../inbox/views-screen.tsx'
import { useWords } from '../language/words.tsx'
import { MergedBanner } from '../related/merged-banner.tsx'
import { SameOffers } from '../related/same-offers.tsx'
import { useRelatedKept } from '../related/use-related.ts'
import { useSidesKept } from '../related/use-sides.ts'
import { useMay } from '../session/session.ts'
import { Entries } from './entries.tsx'
import { Presence } from './presence.tsx'
import { ThreadBones } from './thread-bones.tsx'
import { ThreadHeader } from './thread-header.tsx'
import styles from './thread-pane.module.css'
import { useChange } from './use-change.ts'
import { useReadMark } from './use-read-mark.ts'
import { useThread } from './use-thread.ts'
import { useThreadCommands } from './use-thread-commands.tsx'

const Composer = lazy(() => import('../compose/composer.tsx').then(module => ({ default: module.Composer })))

const sideKey = 'ballast.side'

export function ThreadPane({ id }: { id: string }) {
  const { t } = useWords()
  const thread = useThread(id)
  const { conversation } = thread
  const change = useChange(conversation, thread.put)
  const may = useMay()
  const side = useSide()
  const isPhone = useMediaQuery(phone, false, { getInitialValueInEffect: false })
  useReadMark(conversation, thread.entries)
  useRelatedKept(id, thread.entries)
  useSidesKept(id, thread.entries)
  const dialog = useThreadCommands(conversation, thread.entries, change.mutate, side.toggle)

  if (thread.fault) return <ThreadFault fault={thread.fault} retry={thread.retry} />
  if (!conversation) return <ThreadBones />
  return (
    <div className={styles.pane} data-side={side.open}>
      <main
        id={isPhone && side.open ? undefined : 'main'}
        tabIndex={-1}
        className={styles.thread}
        aria-label={`${t('conversation')} #${conversation.number}`}
      >
        <ThreadHeader conversation={conversation} onChange={change.mutate} side={side} />
        <SameOffers conversation={conversation} />
        <Entries thread={thread} conversation={conversation} />
        <Presence conversation={conversation} />
        {conversation.mergedInto && (
          <MergedBanner conversation={conversation} into={conversation.mergedInto} />
        )}
        {may('conversations.write') && !conversation.mergedInto && (
          <Suspense fallback={<div className={styles.composerPlace} />}>
            <Composer key={id} conversation={conversation} entries={thread.entries} />
          </Suspense>
        )}
      </main>
      {side.open && <SideBar conversation={conversation} onChange={change.mutate} onClose={side.toggle} />}
      {dialog}
    </div>
  )
}

export interface Side {
  open: boolean
  toggle(): void
}

/** Beside the thread where there is room, and a screen of its own where there isn't. */
function useSide(): Side {
  const isWide = useMediaQuery('(min-width: 1280px)', true, { getInitialValueInEffect: false })
  const search = useSearch({ from: '/desk/inbox/$view' })
  const params = useParams({ from: '/desk/inbox/$view/$id' })
  const navigate = useNavigate()
  const [wanted, setWanted] = useState(() => localStorage.getItem(sideKey) !== 'closed')
  useEffect(() => localStorage.setItem(sideKey, wanted ? 'open' : 'closed'), [wanted])
  if (isWide) return { open: wanted, toggle: () => setWanted(!wanted) }
  const open = search.panel === 'details'
  return {
    open,
    toggle: () =>
      void navigate({
        to: '/inbox/$view/$id',
        params,
        search: before => ({ ...before, panel: open ? undefined : 'details' }),
        replace: open,
      }),
  }
}

function ThreadFault({ fault, retry }: { fault: unknown; retry(): void }) {
  const { t } = useWords()
  const sentence = useFaultSentence()
  const isForeign = fault instanceof Refusal && fault.code === 'not_found'
  return (
    <main id="main" tabIndex={-1} style={{ flex: 1, display: 'grid' }}>
      <Blank
        tone="late"
        icon={isForeign ? <IconLockQuestion size={28} /> : <IconCloudOff size={28} />}
        title={t('thread_fault')}
        action={isForeign ? undefined : <Button onClick={retry}>{t('try_again')}</Button>}
      >
        {sentence(fault)}
      </Blank>
    </main>
  )
}
