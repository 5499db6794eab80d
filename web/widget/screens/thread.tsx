// One conversation: what was said, where it stands, and where to write.
import { useEffect } from 'preact/hooks'
import { Composer } from '../parts/composer.tsx'
import { dropZone } from '../parts/drop-zone.ts'
import { Header } from '../parts/header.tsx'
import { LaterCard } from '../parts/later-card.tsx'
import { Log } from '../parts/log.tsx'
import { Menu } from '../parts/menu.tsx'
import { QueueCard } from '../parts/queue-card.tsx'
import { stateOf } from '../parts/states.ts'
import { useApp, useChat, useTexts } from '../parts/use-chat.ts'

export function Thread({ id }: { id: string }) {
  const chat = useChat()
  const { t } = useTexts()
  const conversation = useApp(
    state => state.threads[id]?.conversation ?? state.conversations?.find(one => one.id === id),
  )
  const open = useApp(state => state.open)
  // Where a keyboard is, typing can start at once; on a phone it would cover half of the screen.
  useEffect(() => {
    if (!open) return
    const finger = matchMedia('(pointer: coarse)').matches
    const target = document.querySelector<HTMLElement>(finger ? '.bar-title h1' : '.composer textarea')
    target?.focus({ preventScroll: true })
  }, [open])
  const closed = conversation?.status === 'closed'
  const goesOn = conversation?.continuedIn
  const agent = conversation?.agent?.name
  const title = agent || t('team')
  const subtitle = conversation
    ? `${t('conversation_number', { number: String(conversation.number) })} · ${t(stateOf(conversation))}`
    : undefined
  return (
    <main class="screen thread" aria-label={t('title')} {...dropZone(files => chat.uploads.add(id, files))}>
      <Header title={title} subtitle={subtitle}>
        <Menu conversation={conversation} />
      </Header>
      {conversation && <QueueCard conversation={conversation} />}
      <Log id={id} />
      {conversation && <LaterCard conversation={conversation} />}
      {goesOn ? (
        <div class="closed">
          <p class="soft">{t('merged_text', { number: String(goesOn.number) })}</p>
          <button type="button" class="primary" onClick={() => chat.show({ name: 'thread', id: goesOn.id })}>
            {t('merged_open', { number: String(goesOn.number) })}
          </button>
        </div>
      ) : closed ? (
        <div class="closed">
          <p class="soft">{t('closed_text')}</p>
          <button type="button" class="primary" onClick={() => chat.show({ name: 'start' })}>
            {t('start_title')}
          </button>
        </div>
      ) : (
        <Composer id={id} label={t('message')} />
      )}
      <p class="drop-hint" aria-hidden="true">
        {t('drop_here')}
      </p>
    </main>
  )
}
