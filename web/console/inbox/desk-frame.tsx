// The frame of every screen behind the sign-in: connection, commands, the pane of views, and the screen itself.

import { Button } from '@mantine/core'
import { IconCloudOff } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Outlet, useRouter, useRouterState } from '@tanstack/react-router'
import { useEffect, useEffectEvent } from 'react'
import { Blank } from '../../kit/blank.tsx'
import { useFaultSentence } from '../api/use-fault.ts'
import { CommandsProvider } from '../commands/commands.tsx'
import { OutboxProvider } from '../compose/outbox.tsx'
import { asLocale, hasChosenLocale, useWords } from '../language/words.tsx'
import { Mark } from '../look/mark.tsx'
import { ConnectionBanner } from '../realtime/banner.tsx'
import { RealtimeProvider } from '../realtime/realtime.tsx'
import { sessionKey, sessionQuery } from '../session/session.ts'
import { forgetThreads } from '../thread/recent-threads.ts'
import styles from './desk-frame.module.css'
import { DeskTools } from './desk-tools.tsx'
import { ViewsPane } from './views-pane.tsx'

export function DeskFrame() {
  const { data: me, error, isPending, refetch } = useQuery(sessionQuery)
  const { t, setLocale } = useWords()
  const sentence = useFaultSentence()
  const location = useRouterState({ select: state => state.location })
  useEffect(() => {
    const own = asLocale(me?.locale)
    if (own && !hasChosenLocale()) setLocale(own)
  }, [me?.locale, setLocale])

  if (isPending)
    return (
      <div className={styles.splash} role="status" aria-label={t('loading')}>
        <Mark size={48} />
      </div>
    )
  if (error)
    return (
      <main className={styles.splash}>
        <Blank
          icon={<IconCloudOff size={28} />}
          tone="late"
          title={t('desk_unreachable')}
          action={<Button onClick={() => void refetch()}>{t('try_again')}</Button>}
        >
          {sentence(error)}
        </Blank>
      </main>
    )
  if (!me) return <ToLogin />
  return (
    <RealtimeProvider>
      <OutboxProvider>
        <CommandsProvider>
          <div className={styles.frame} data-screen={screenOf(location.pathname)}>
            <a className={styles.skip} href="#main">
              {t('skip_to_content')}
            </a>
            <ViewsPane />
            <div className={styles.rest}>
              <ConnectionBanner />
              <Outlet />
            </div>
          </div>
          <DeskTools />
        </CommandsProvider>
      </OutboxProvider>
    </RealtimeProvider>
  )
}

/** Leads to the sign-in once, and remembers where the reader was. */
function ToLogin() {
  const router = useRouter()
  const queries = useQueryClient()
  const go = useEffectEvent(() => {
    const { href, pathname } = router.state.location
    forgetThreads()
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] })
    void router.navigate({ to: '/login', search: { to: pathname === '/' ? undefined : href }, replace: true })
  })
  useEffect(() => go(), [])
  return <div className={styles.splash} />
}

/** On a phone the pane of views is a screen of its own: the inbox without a view. */
const screenOf = (path: string): 'views' | 'rest' => (/^\/inbox\/?$/.test(path) ? 'views' : 'rest')
