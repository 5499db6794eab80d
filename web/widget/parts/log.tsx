// The list of what was said. Long ones are drawn from their end, with a button for what came before.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { itemsOf } from '../chat/chat.ts'
import { dayOf, isSameDay } from '../chat/days.ts'
import { Entry, OnTheWay } from './bubble.tsx'
import { Icon } from './icon.tsx'
import { useApp, useChat, useTexts } from './use-chat.ts'

/** Entries drawn at first, and further ones each time. */
const step = 80
/** So near to the end, a new message moves the list along. */
const nearPx = 80

export function Log({ id }: { id: string }) {
  const chat = useChat()
  const texts = useTexts()
  const thread = useApp(state => state.threads[id])
  const open = useApp(state => state.open)
  useApp(state => state.outgoing)
  useApp(state => state.sent)
  const typing = useApp(state => state.typing[id])
  const [drawn, setDrawn] = useState(step)
  const { entries, onTheWay } = itemsOf(chat.store, id)
  const visible = entries.slice(-drawn)
  const more = entries.length > visible.length || (thread?.from ?? 0) > 0
  const lastKey = `${entries.at(-1)?.seq ?? 0}/${onTheWay.length}/${typing ? 1 : 0}`
  const { list, atEnd, below, toEnd } = useEnd(lastKey, visible[0]?.seq ?? 0, entries.at(-1)?.seq ?? 0, open)

  useEffect(() => setDrawn(step), [id])
  useRead(id, atEnd, thread?.upTo ?? 0)

  const earlier = async () => {
    if (entries.length <= visible.length) await chat.conversations.earlier(id).catch(() => {})
    setDrawn(drawn + step)
  }
  const readUpTo = thread?.conversation?.readByDesk ?? 0
  const lastOwn = entries.findLast(entry => entry.kind === 'message' && entry.author.kind === 'customer')?.seq
  return (
    <div class="log-place">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
      <div class="log" ref={list} role="log" aria-label={texts.t('conversation_log')} tabIndex={0}>
        {more && (
          <button type="button" class="plain earlier" onClick={() => void earlier()}>
            {texts.t('earlier')}
          </button>
        )}
        {!thread && onTheWay.length === 0 && (
          <output class="bones" aria-label={texts.t('loading')}>
            <span />
            <span />
            <span />
          </output>
        )}
        {visible.map((entry, index) => (
          <Row
            key={entry.seq}
            entry={entry}
            before={visible[index - 1]}
            status={entry.seq === lastOwn ? (entry.seq <= readUpTo ? 'read' : 'sent') : undefined}
          />
        ))}
        {onTheWay.map(one => (
          <OnTheWay key={one.clientId} outgoing={one} />
        ))}
        {typing && (
          <p class="typing">
            <span class="dots" aria-hidden="true">
              <i />
              <i />
              <i />
            </span>
            {typing.name ? texts.t('typing', { name: typing.name }) : texts.t('somebody_typing')}
          </p>
        )}
      </div>
      {!atEnd && (
        <button type="button" class="to-end" onClick={toEnd}>
          <Icon name="down" size={18} />
          {below > 0 ? (
            texts.t('newer', { count: below })
          ) : (
            <span class="hidden">{texts.t('to_newest')}</span>
          )}
        </button>
      )}
    </div>
  )
}

type Shown = ReturnType<typeof itemsOf>['entries'][number]

/** An entry, below its day where one begins. */
function Row({
  entry,
  before,
  status,
}: {
  entry: Shown
  before: Shown | undefined
  status?: 'sent' | 'read'
}) {
  const texts = useTexts()
  const newDay = !before || !isSameDay(before.at, entry.at)
  const same =
    before?.kind === 'message' &&
    before.author.kind === entry.author.kind &&
    before.author.name === entry.author.name
  return (
    <>
      {newDay && (
        <p class="day">
          <span>{dayOf(texts, entry.at)}</span>
        </p>
      )}
      <Entry entry={entry} first={newDay || !same} status={status} />
    </>
  )
}

/** Keeps the end in sight for who is there, and the place for who reads further up, also when earlier messages come. */
function useEnd(lastKey: string, firstSeq: number, lastSeq: number, open: boolean) {
  const list = useRef<HTMLDivElement>(null)
  const [atEnd, setAtEnd] = useState(true)
  const [seen, setSeen] = useState(lastSeq)
  const stick = useRef(true)
  const before = useRef({ height: 0, firstSeq })

  const toEnd = () => {
    stick.current = true
    const box = list.current
    if (box) box.scrollTop = box.scrollHeight
  }
  useEffect(() => {
    const box = list.current!
    const look = () => {
      const near = box.scrollHeight - box.scrollTop - box.clientHeight < nearPx
      stick.current = near
      setAtEnd(near)
    }
    // Images and the keyboard change heights after the fact.
    const resized = new ResizeObserver(() => stick.current && toEnd())
    for (const one of [box, ...box.children]) resized.observe(one)
    box.addEventListener('scroll', look, { passive: true })
    return () => {
      resized.disconnect()
      box.removeEventListener('scroll', look)
    }
  }, [lastKey])
  useLayoutEffect(() => {
    const box = list.current!
    if (firstSeq < before.current.firstSeq && !stick.current)
      box.scrollTop += box.scrollHeight - before.current.height
    else if (stick.current) toEnd()
    before.current = { height: box.scrollHeight, firstSeq }
  }, [lastKey, firstSeq, open])
  useEffect(() => {
    if (atEnd) setSeen(lastSeq)
  }, [atEnd, lastSeq])
  return { list, atEnd, below: Math.max(0, lastSeq - seen), toEnd }
}

/** Read is what was at the end of an open chat in a window in sight. */
function useRead(id: string, atEnd: boolean, upTo: number): void {
  const chat = useChat()
  const open = useApp(state => state.open)
  useEffect(() => {
    const look = () => {
      if (open && atEnd && upTo > 0 && document.visibilityState === 'visible') chat.read(id)
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [chat, id, open, atEnd, upTo])
}
