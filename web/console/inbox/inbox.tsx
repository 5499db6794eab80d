// The inbox: the list of a view beside the conversation that is open; on a phone one of the two.

import { useMediaQuery } from '@mantine/hooks'
import { IconMessages } from '@tabler/icons-react'
import { useMatch, useParams } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { Blank } from '../../kit/blank.tsx'
import { Keys } from '../../kit/keys.tsx'
import { ConversationList } from '../conversations/conversation-list.tsx'
import { asView } from '../conversations/filters.ts'
import { useWords } from '../language/words.tsx'
import styles from './inbox.module.css'
import { phone } from './views-screen.tsx'

// The list is there before the thread is loaded; the thread follows while the eye still reads the list.
const loadThread = () => import('../thread/thread-pane.tsx')
const loadSoon = () => {
  // Where this fails, it is tried again when it is needed.
  loadThread().catch(() => {})
  import('../compose/composer.tsx').catch(() => {})
}
const ThreadPane = lazy(() => loadThread().then(module => ({ default: module.ThreadPane })))

export function Inbox() {
  const { view } = useParams({ from: '/desk/inbox/$view' })
  const open = useMatch({ from: '/desk/inbox/$view/$id', shouldThrow: false })
  const { t } = useWords()
  const id = open?.params.id
  const isPhone = useMediaQuery(phone, false, { getInitialValueInEffect: false })
  return (
    <div className={styles.inbox} data-open={id !== undefined}>
      <ConversationList
        view={asView(view)}
        openId={id}
        isMain={isPhone === true && id === undefined}
        onReady={loadSoon}
      />
      <div className={styles.thread}>
        {id ? (
          <Suspense fallback={<div aria-busy />}>
            <ThreadPane key={id} id={id} />
          </Suspense>
        ) : isPhone ? null : (
          <main id="main" tabIndex={-1} className={styles.nothing} aria-label={t('conversation')}>
            <Blank icon={<IconMessages size={28} />} title={t('nothing_open')}>
              <span className={styles.hint}>
                <Keys combo="j" /> <Keys combo="k" /> {t('nothing_open_move')}
              </span>
              <span className={styles.hint}>
                <Keys combo="mod+k" /> {t('nothing_open_palette')}
              </span>
              <span className={styles.hint}>
                <Keys combo="?" /> {t('nothing_open_shortcuts')}
              </span>
            </Blank>
          </main>
        )}
      </div>
    </div>
  )
}
