// Where the customer writes. Enter sends, Shift+Enter makes a line; Enter that ends the composing of Chinese does neither.
import { useEffect, useRef, useState } from 'preact/hooks'
import { Icon } from './icon.tsx'
import { lazyPart } from './lazy.tsx'
import { UploadList } from './upload-list.tsx'
import { useApp, useChat, useTexts } from './use-chat.ts'

const Emoji = lazyPart(() => import('./emoji.tsx').then(({ Emoji }) => Emoji))
const maxLength = 20_000
const typingEveryMs = 4_000
const typingEndsMs = 6_000

export function Composer({ id, label }: { id: string; label: string }) {
  const chat = useChat()
  const { t } = useTexts()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(() => chat.drafts.get(id))
  const [emoji, setEmoji] = useState(false)
  const prefill = useApp(state => state.prefill)
  const uploading = useApp(({ uploads }) =>
    uploads.some(one => one.of === id && !one.attachment && !one.problem),
  )
  const attached = useApp(({ uploads }) => uploads.some(one => one.of === id && one.attachment))
  const tell = useTyping(id)
  const over = text.length - maxLength
  const sendable = (text.trim() !== '' || attached) && !uploading && over <= 0

  useEffect(() => setText(chat.drafts.get(id)), [id, prefill, chat.drafts])
  useEffect(() => grow(field.current), [text])

  const write = (next: string) => {
    setText(next)
    chat.drafts.set(id, next)
  }
  const send = async () => {
    if (!sendable) return
    tell(false)
    write('')
    field.current?.focus()
    // What could not be checked comes back; what was typed meanwhile stays behind it.
    if (!(await chat.append(id, text.trim()))) write([text, chat.drafts.get(id)].filter(Boolean).join('\n'))
  }
  const insert = (what: string) => {
    const { selectionStart = text.length, selectionEnd = text.length } = field.current ?? {}
    write(text.slice(0, selectionStart) + what + text.slice(selectionEnd))
    field.current?.focus()
  }
  return (
    <form
      class="composer"
      onSubmit={event => {
        event.preventDefault()
        void send()
      }}
    >
      <UploadList of={id} />
      {emoji && <Emoji picked={insert} closed={() => setEmoji(false)} />}
      {over > 0 && (
        <p class="problem" role="alert">
          {t('too_long', { count: over })}
        </p>
      )}
      {uploading && text.trim() !== '' && <p class="hint">{t('upload_wait')}</p>}
      <div class="composer-row">
        <AttachButtons of={id} />
        <textarea
          ref={field}
          rows={1}
          dir="auto"
          value={text}
          aria-label={label}
          placeholder={t('placeholder')}
          enterkeyhint="send"
          onInput={event => {
            write(event.currentTarget.value)
            tell(true)
          }}
          onBlur={() => tell(false)}
          onPaste={event => pasteFiles(event, files => chat.uploads.add(id, files))}
          onKeyDown={event => {
            // 229: some browsers end the composing before they tell of the key.
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
            event.preventDefault()
            void send()
          }}
        />
        <button
          type="button"
          class="round"
          aria-label={t(emoji ? 'emoji_close' : 'emoji')}
          aria-expanded={emoji}
          onClick={() => setEmoji(!emoji)}
        >
          <Icon name="emoji" />
        </button>
        <button type="submit" class="round send" aria-label={t('send')} aria-disabled={!sendable}>
          <Icon name="send" />
        </button>
      </div>
    </form>
  )
}

/** File button, and on touch devices the camera. */
export function AttachButtons({ of }: { of: string }) {
  const chat = useChat()
  const { t } = useTexts()
  const enabled = useApp(({ config }) => config.attachments.enabled)
  const input = useRef<HTMLInputElement>(null)
  const camera = useRef<HTMLInputElement>(null)
  if (!enabled) return null
  const chosen = (event: { currentTarget: HTMLInputElement }) => {
    chat.uploads.add(of, [...(event.currentTarget.files ?? [])])
    event.currentTarget.value = ''
  }
  return (
    <>
      <input ref={input} type="file" multiple hidden onChange={chosen} />
      <button type="button" class="round" aria-label={t('attach')} onClick={() => input.current?.click()}>
        <Icon name="attach" />
      </button>
      {matchMedia('(pointer: coarse)').matches && (
        <>
          <input ref={camera} type="file" accept="image/*" capture="environment" hidden onChange={chosen} />
          <button
            type="button"
            class="round"
            aria-label={t('camera')}
            onClick={() => camera.current?.click()}
          >
            <Icon name="camera" />
          </button>
        </>
      )}
    </>
  )
}

export function pasteFiles(event: ClipboardEvent, add: (files: File[]) => void): void {
  const files = [...(event.clipboardData?.files ?? [])]
  if (files.length === 0) return
  event.preventDefault()
  add(files)
}

/** Tells the desk that somebody types, seldom, and that they stopped. */
function useTyping(id: string): (on: boolean) => void {
  const chat = useChat()
  const state = useRef<{ told: number; timer?: ReturnType<typeof setTimeout> }>({ told: 0 })
  const tell = (on: boolean) => {
    const now = Date.now()
    clearTimeout(state.current.timer)
    if (on) state.current.timer = setTimeout(() => tell(false), typingEndsMs)
    if (on ? now - state.current.told < typingEveryMs : state.current.told === 0) return
    state.current.told = on ? now : 0
    chat.typing(id, on)
  }
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- only leaving the conversation ends the typing
  useEffect(() => () => tell(false), [id])
  return tell
}

/** Grows with the text, up to what the style sheet allows. */
export function grow(field: HTMLTextAreaElement | null): void {
  if (!field || CSS.supports('field-sizing', 'content')) return
  field.style.height = 'auto'
  field.style.height = `${field.scrollHeight + 2}px`
}
