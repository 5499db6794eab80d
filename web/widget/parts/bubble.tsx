// One message, one system line, or one message on its way.
import type { CustomerEntry } from '../../../contract/conversations.ts'
import type { Outgoing } from '../../api/outbox.ts'
import { timeOf } from '../chat/days.ts'
import type { Payload } from '../chat/state.ts'
import { Attached } from './attachment.tsx'
import { Icon, type IconName } from './icon.tsx'
import { MessageText } from './message-text.tsx'
import { useApp, useChat, useTexts } from './use-chat.ts'

type Message = CustomerEntry & { kind: 'message' }
type Line = CustomerEntry & { kind: 'line' }

interface EntryProps {
  entry: CustomerEntry
  /** The first of several by the same author. */
  first: boolean
  status: 'sent' | 'read' | undefined
}

export function Entry({ entry, first, status }: EntryProps) {
  if (entry.kind === 'line') return <SystemLine line={entry} />
  return entry.kind === 'message' ? <Bubble message={entry} first={first} status={status} /> : null
}

function SystemLine({ line }: { line: Line }) {
  const { fill, strings, t } = useTexts()
  const values = Object.fromEntries(
    // Numbers of conversations are names, not amounts.
    Object.entries(line.values).map(([key, value]) => [key, key === 'number' ? String(value) : value]),
  )
  const text =
    line.code === 'customer_left' ? t('line_customer_left') : fill(strings.lines[line.code], values)
  if (line.code === 'secret_removed')
    return (
      <p class="line strong">
        <Icon name="shield" size={16} /> {text}
      </p>
    )
  return <p class="line">{text}</p>
}

function Bubble({
  message,
  first,
  status,
}: {
  message: Message
  first: boolean
  status: EntryProps['status']
}) {
  const texts = useTexts()
  const { t } = texts
  const { author, at, body, attachments, editedAt, deletedAt } = message
  const mine = author.kind === 'customer'
  const who = mine ? t('you') : author.kind === 'assistant' ? t('assistant') : author.name || t('team')
  return (
    <article class={mine ? 'message mine' : 'message'}>
      <p class={first && !mine ? 'who' : 'hidden'}>{who}</p>
      <div class="bubble">
        {deletedAt ? (
          <p class="gone">{t('deleted')}</p>
        ) : (
          <>
            {body && <MessageText body={body} />}
            {attachments.map(attachment => (
              <Attached key={attachment.id} attachment={attachment} />
            ))}
          </>
        )}
      </div>
      <p class="meta">
        <time dateTime={at}>{timeOf(texts, at)}</time>
        {editedAt && !deletedAt && <span> · {t('edited')}</span>}
        {status && <Status icon="check" text={t(status)} twice={status === 'read'} />}
      </p>
    </article>
  )
}

const Status = ({ icon, text, twice }: { icon: IconName; text: string; twice?: boolean }) => (
  <span class={twice ? 'status twice' : 'status'}>
    <Icon name={icon} size={14} /> {text}
  </span>
)

export function OnTheWay({ outgoing }: { outgoing: Outgoing<Payload> }) {
  const texts = useTexts()
  const chat = useChat()
  const lost = useApp(({ connection }) => connection === 'lost')
  const { t, fill, strings } = texts
  const { payload, state, code, clientId, message } = outgoing
  const sent = useApp(state => state.sent.some(one => one.clientId === clientId))
  const failed = state === 'failed'
  const reason = code && code !== 'offline' ? message || fill(strings.errors[code]) : ''
  return (
    <article class={failed ? 'message mine failed' : 'message mine'}>
      <p class="hidden">{t('you')}</p>
      <div class="bubble">
        {payload.body && <MessageText body={payload.body} />}
        {payload.attachments.map(attachment =>
          chat.uploads.preview(attachment.id) ? (
            <Attached key={attachment.id} attachment={attachment} />
          ) : (
            <p key={attachment.id}>📎 {attachment.name}</p>
          ),
        )}
      </div>
      {failed ? (
        <div class="meta" role="alert">
          <Status icon="alert" text={[t('failed'), reason].filter(Boolean).join(': ')} />
          <button type="button" class="link" onClick={() => chat.retry(clientId)}>
            {t('retry')}
          </button>
          <button type="button" class="link" onClick={() => chat.takeBack(clientId)}>
            {t('take_back')}
          </button>
        </div>
      ) : (
        <p class="meta">
          {sent ? (
            <Status icon="check" text={t('sent')} />
          ) : (
            <Status icon="clock" text={t(lost || code === 'offline' ? 'waiting_to_send' : 'sending')} />
          )}
        </p>
      )}
    </article>
  )
}
