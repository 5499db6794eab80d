// Before a conversation: what it is about, who writes, and the first message. What the page knows already is filled in.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Topic } from '../../../contract/conversations.ts'
import { AttachButtons, grow, pasteFiles } from '../parts/composer.tsx'
import { dropZone } from '../parts/drop-zone.ts'
import { Header } from '../parts/header.tsx'
import { Icon } from '../parts/icon.tsx'
import { Proposals } from '../parts/proposals.tsx'
import { UploadList } from '../parts/upload-list.tsx'
import { useApp, useChat, useTexts } from '../parts/use-chat.ts'

const of = 'start'
const looksLikeEmail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const maxLength = 20_000

export function Start() {
  const chat = useChat()
  const { t, locale, strings, fill } = useTexts()
  const config = useApp(state => state.config)
  const settings = useApp(state => state.settings)
  const customer = useApp(state => state.customer)
  const prefill = useApp(state => state.prefill)
  const uploading = useApp(({ uploads }) =>
    uploads.some(one => one.of === of && !one.attachment && !one.problem),
  )
  const attached = useApp(({ uploads }) => uploads.some(one => one.of === of && one.attachment))
  const topics = config.widget.topics
  const [topic, setTopic] = useState(
    () => chat.drafts.get('topic') || (topics.includes(settings.topic as Topic) ? settings.topic! : ''),
  )
  const [name, setName] = useState(() => chat.drafts.get('name') || settings.name || '')
  const [email, setEmail] = useState(() => chat.drafts.get('email') || settings.email || '')
  const [text, setText] = useState(() => chat.drafts.get(of))
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const verified = customer?.verified === true
  const emailWrong = email.trim() !== '' && !looksLikeEmail.test(email.trim())
  const empty = text.trim() === '' && !attached
  const over = text.length - maxLength

  useEffect(() => setText(chat.drafts.get(of)), [prefill, chat.drafts])
  useEffect(() => grow(field.current), [text])

  const kept =
    (key: string, set: (value: string) => void) => (event: { currentTarget: { value: string } }) => {
      set(event.currentTarget.value)
      chat.drafts.set(key, event.currentTarget.value)
    }
  const send = async () => {
    setTried(true)
    if (busy || uploading || over > 0) return
    if (emailWrong || empty) return form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
    setBusy(true)
    const filesBack = chat.uploads.take(of)
    const sent = await chat.open({
      body: text.trim(),
      attachments: filesBack,
      topic: (topic || null) as Topic | null,
      subject: settings.subject ?? null,
      name: verified ? null : name.trim() || null,
      email: verified ? null : email.trim() || null,
      locale,
      live: config.channels.chat,
      page: settings.page.slice(0, 2000),
    })
    if (!sent) chat.uploads.giveBack(of, filesBack)
    setBusy(false)
  }
  return (
    <main class="screen" aria-label={t('title')} {...dropZone(files => chat.uploads.add(of, files))}>
      <Header title={t('start_title')} />
      <form
        ref={form}
        class="start"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          void send()
        }}
      >
        <div class="start-fields">
          {topics.length > 0 && (
            <label class="field">
              <span>{t('topic')}</span>
              <select value={topic} onChange={kept('topic', setTopic)}>
                <option value="">{t('topic_none')}</option>
                {topics.map(one => (
                  <option key={one} value={one}>
                    {fill(strings.topics[one])}
                  </option>
                ))}
              </select>
            </label>
          )}
          <div class="field grow">
            <label for="first">{t('first_message')}</label>
            <textarea
              id="first"
              ref={field}
              rows={5}
              dir="auto"
              value={text}
              placeholder={t('first_placeholder')}
              aria-invalid={tried && empty}
              aria-describedby={tried && empty ? 'first-problem' : undefined}
              onInput={kept(of, setText)}
              onPaste={event => pasteFiles(event, files => chat.uploads.add(of, files))}
              onKeyDown={event => {
                if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return
                event.preventDefault()
                void send()
              }}
            />
            {tried && empty && (
              <small class="problem" id="first-problem">
                {fill(strings.errors.empty_message)}
              </small>
            )}
            {over > 0 && (
              <small class="problem" role="alert">
                {t('too_long', { count: over })}
              </small>
            )}
          </div>
          <Proposals text={text} />
          <UploadList of={of} />
          {verified ? (
            customer.name && <p class="soft">{t('signed_in_as', { name: customer.name })}</p>
          ) : (
            <>
              {config.widget.askName && (
                <label class="field">
                  <span>
                    {t('name')} <em>{t('optional')}</em>
                  </span>
                  <input
                    type="text"
                    dir="auto"
                    autocomplete="name"
                    maxLength={120}
                    value={name}
                    onInput={kept('name', setName)}
                  />
                </label>
              )}
              {config.widget.askEmail && (
                <div class="field">
                  <label for="email">
                    {t('email')} <em>{t('optional')}</em>
                  </label>
                  <input
                    id="email"
                    type="email"
                    autocomplete="email"
                    maxLength={254}
                    value={email}
                    aria-invalid={tried && emailWrong}
                    aria-describedby="email-hint"
                    onInput={kept('email', setEmail)}
                  />
                  <small id="email-hint" class={tried && emailWrong ? 'problem' : 'hint'}>
                    {t(tried && emailWrong ? 'email_wrong' : 'email_hint')}
                  </small>
                </div>
              )}
            </>
          )}
        </div>
        <div class="start-foot">
          <p class="promise">
            <Icon name="shield" size={16} /> {t('never_ask')}
          </p>
          <div class="start-actions">
            <AttachButtons of={of} />
            <button type="submit" class="primary" aria-disabled={busy || uploading}>
              {t('send_first')}
            </button>
          </div>
        </div>
      </form>
    </main>
  )
}
