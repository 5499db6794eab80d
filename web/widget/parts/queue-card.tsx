// Where a waiting customer stands in line, what happens next, and the way out of waiting.
import { useState } from 'preact/hooks'
import type { CustomerConversation } from '../../../contract/conversations.ts'
import { Icon } from './icon.tsx'
import { useChat, useTexts } from './use-chat.ts'

export function QueueCard({ conversation }: { conversation: CustomerConversation }) {
  const { t } = useTexts()
  const chat = useChat()
  const [busy, setBusy] = useState(false)
  const { id, status, live, position } = conversation
  if (status !== 'queued' || !live) return null
  const leave = async () => {
    setBusy(true)
    await chat.act(id, 'leave').catch(() => {})
    setBusy(false)
  }
  return (
    <section class="card waiting">
      <div class="card-sign" aria-hidden="true">
        {position && position < 1000 ? position : <Icon name="clock" size={22} />}
      </div>
      <div>
        <output class="card-title">
          {position === 1
            ? t('queue_next')
            : position
              ? t('queue_position', { position })
              : t('queue_waiting')}
        </output>
        <p>{t('queue_what')}</p>
        <button type="button" class="link" aria-disabled={busy} onClick={() => void leave()}>
          {t('queue_leave')}
        </button>
      </div>
    </section>
  )
}
