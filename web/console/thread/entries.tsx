// What was said, in order: grouped by day and author, older pages on demand, and always at the end unless the reader looks back.
import { Button } from '@mantine/core'
import { IconArrowDown } from '@tabler/icons-react'
import { Fragment, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Conversation, StaffEntry } from '../../../contract/conversations.ts'
import { useOnTheirWay } from '../compose/outbox.tsx'
import { dayName, startOfDay } from '../language/time.ts'
import { useWords } from '../language/words.tsx'
import { useMe } from '../session/session.ts'
import styles from './entries.module.css'
import { EntryView } from './entry.tsx'
import { OnTheirWay } from './on-their-way.tsx'
import type { LiveThread } from './use-thread.ts'

interface Props {
  thread: LiveThread
  conversation: Conversation
}

/** How near the end still counts as being there, in pixels. */
const nearEnd = 80

export function Entries({ thread, conversation }: Props) {
  const { t, locale } = useWords()
  const me = useMe()
  const { held, outgoing } = useOnTheirWay(conversation.id)
  const { entries } = thread
  const arrived = new Set(entries.map(entry => ('clientId' in entry ? entry.clientId : null)))
  const waiting = outgoing.filter(({ clientId }) => !arrived.has(clientId))
  const last = entries.at(-1)?.seq ?? 0
  const { scroller, isAtEnd, toEnd } = useStickToEnd(
    `${last} ${waiting.length} ${held.length}`,
    entries[0]?.seq ?? 0,
  )
  const [isLoading, setLoading] = useState(false)
  const loadOlder = async () => {
    setLoading(true)
    await thread.loadOlder().catch(() => {})
    setLoading(false)
  }
  return (
    <div className={styles.wrap}>
      <div
        ref={scroller}
        className={styles.scroll}
        tabIndex={0}
        role="log"
        aria-label={t('messages')}
        aria-live="polite"
        aria-relevant="additions"
      >
        <div className={styles.column}>
          {thread.hasOlder && (
            <Button
              variant="subtle"
              color="gray"
              size="xs"
              loading={isLoading}
              onClick={() => void loadOlder()}
              className={styles.older}
            >
              {t('load_older')}
            </Button>
          )}
          {entries.map((entry, index) => {
            const before = entries[index - 1]
            return (
              <Fragment key={entry.seq}>
                {isNewDay(before, entry) && (
                  <div className={styles.day} role="separator" aria-label={dayName(locale, entry.at)}>
                    <span>{dayName(locale, entry.at)}</span>
                  </div>
                )}
                <EntryView
                  entry={entry}
                  conversation={conversation}
                  isFirst={!continues(before, entry)}
                  isMine={entry.author.id === me.id}
                />
              </Fragment>
            )
          })}
          <ReadMark entries={entries} conversation={conversation} />
          <OnTheirWay held={held} outgoing={waiting} />
        </div>
      </div>
      {!isAtEnd && (
        <Button
          size="compact-sm"
          variant="default"
          radius="xl"
          className={styles.end}
          leftSection={<IconArrowDown size={14} />}
          onClick={toEnd}
        >
          {t('to_newest')}
        </Button>
      )}
    </div>
  )
}

/** Until where the customer has read, once that is an answer of the desk. */
function ReadMark({ entries, conversation }: { entries: readonly StaffEntry[]; conversation: Conversation }) {
  const { t } = useWords()
  const answer = entries.findLast(entry => entry.kind === 'message')
  if (!answer || answer.author.kind !== 'staff' || conversation.readByCustomer < answer.seq) return null
  return <div className={styles.read}>{t('read_by_customer')}</div>
}

const isNewDay = (before: StaffEntry | undefined, entry: StaffEntry): boolean =>
  !before || startOfDay(Date.parse(before.at)) !== startOfDay(Date.parse(entry.at))

/** Whether an entry goes on where the one before ended: same writer, same kind, within five minutes. */
function continues(before: StaffEntry | undefined, entry: StaffEntry): boolean {
  if (!before || before.kind !== entry.kind || entry.kind === 'line' || isNewDay(before, entry)) return false
  const isSame = before.author.kind === entry.author.kind && before.author.id === entry.author.id
  return isSame && Date.parse(entry.at) - Date.parse(before.at) < 300_000
}

/** Follows the end while the reader is there, and keeps the place where they are when something is put in above. */
function useStickToEnd(content: string, first: number) {
  const scroller = useRef<HTMLDivElement>(null)
  const sticking = useRef(true)
  const bottomGap = useRef(0)
  const [isAtEnd, setAtEnd] = useState(true)
  const toEnd = useCallback(() => {
    const box = scroller.current
    if (box) box.scrollTop = box.scrollHeight
  }, [])
  useEffect(() => {
    const box = scroller.current
    if (!box) return
    const onScroll = () => {
      bottomGap.current = box.scrollHeight - box.scrollTop
      sticking.current = bottomGap.current - box.clientHeight < nearEnd
      setAtEnd(sticking.current)
    }
    box.addEventListener('scroll', onScroll, { passive: true })
    // Images and a growing composer change the height without a new entry.
    const observer = new ResizeObserver(() => sticking.current && toEnd())
    observer.observe(box)
    if (box.firstElementChild) observer.observe(box.firstElementChild)
    return () => {
      box.removeEventListener('scroll', onScroll)
      observer.disconnect()
    }
  }, [toEnd])
  useLayoutEffect(() => {
    if (sticking.current) toEnd()
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [content, toEnd])
  useLayoutEffect(() => {
    const box = scroller.current
    if (box && !sticking.current) box.scrollTop = box.scrollHeight - bottomGap.current
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [first])
  return { scroller, isAtEnd, toEnd }
}
