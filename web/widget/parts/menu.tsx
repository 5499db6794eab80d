// What is not needed all the time: transcript, own window, sound, appearance, language.
import { useState } from 'preact/hooks'
import type { CustomerConversation } from '../../../contract/conversations.ts'
import { popOut } from '../chat/pop-out.ts'
import type { Theme } from '../protocol.ts'
import { knownLocales, loadTexts } from '../texts/texts.ts'
import { Dialog } from './dialog.tsx'
import { Icon } from './icon.tsx'
import { useApp, useAround, useChat, useTexts } from './use-chat.ts'

export function Menu({ conversation }: { conversation?: CustomerConversation | undefined }) {
  const { t } = useTexts()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        class="round"
        aria-label={t('menu')}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Icon name="more" />
      </button>
      {open && <Sheet conversation={conversation} closed={() => setOpen(false)} />}
    </>
  )
}

function Sheet({ conversation, closed }: { conversation: CustomerConversation | undefined; closed(): void }) {
  const { t } = useTexts()
  return (
    <Dialog title={t('menu')} sheet closed={closed}>
      <div class="menu">
        {conversation && <ConversationItems conversation={conversation} closed={closed} />}
        <PopOut closed={closed} />
        <Settings />
      </div>
      <div class="dialog-actions">
        <button type="button" class="plain" onClick={closed}>
          {t('back')}
        </button>
      </div>
    </Dialog>
  )
}

function ConversationItems({ conversation, closed }: { conversation: CustomerConversation; closed(): void }) {
  const { t } = useTexts()
  const chat = useChat()
  const { id, number, status } = conversation
  const download = async () => {
    closed()
    try {
      const answer = await chat.http.raw(`/api/customer/conversations/${id}/transcript`)
      const url = URL.createObjectURL(await answer.blob())
      const anchor = document.createElement('a')
      anchor.href = url
      anchor.download = `${number}.txt`
      anchor.click()
      setTimeout(() => URL.revokeObjectURL(url), 60_000)
    } catch {
      chat.store.set({ notice: 'transcript_failed' })
    }
  }
  return (
    <>
      <button type="button" class="item" onClick={() => void download()}>
        <Icon name="download" /> {t('transcript')}
      </button>
      {status !== 'solved' && status !== 'closed' && status !== 'merged' && (
        <button
          type="button"
          class="item"
          onClick={() => {
            closed()
            void chat.act(id, 'solve').catch(() => {})
          }}
        >
          <Icon name="check" /> {t('mark_solved')}
        </button>
      )}
    </>
  )
}

function PopOut({ closed }: { closed(): void }) {
  const { chat, bridge } = useAround()
  const { t } = useTexts()
  if (bridge.standalone || matchMedia('(pointer: coarse)').matches) return null
  return (
    <button
      type="button"
      class="item"
      onClick={() => {
        closed()
        if (!popOut(chat, bridge)) chat.store.set({ notice: 'pop_out_blocked' })
      }}
    >
      <Icon name="window" /> {t('pop_out')}
    </button>
  )
}

const themes: Theme[] = ['auto', 'light', 'dark']

function Settings() {
  const { chat, machine } = useAround()
  const { t, locale } = useTexts()
  const { store } = chat
  const sound = useApp(state => state.sound)
  const theme = useApp(state => state.theme)
  const languages = useApp(({ config }) => config.languages)
  const offered = knownLocales().filter(tag => languages.includes(tag))
  return (
    <>
      <label class="item">
        <span>{t('sound')}</span>
        <input
          type="checkbox"
          role="switch"
          checked={sound}
          aria-checked={sound}
          onChange={event => {
            store.set({ sound: event.currentTarget.checked })
            machine.set('sound', event.currentTarget.checked ? 'on' : 'off')
          }}
        />
      </label>
      <label class="item">
        <span>{t('theme')}</span>
        <select
          value={theme}
          onChange={event => {
            const picked = event.currentTarget.value as Theme
            store.set({ theme: picked })
            machine.set('theme', picked)
          }}
        >
          {themes.map(one => (
            <option key={one} value={one}>
              {t(`theme_${one}`)}
            </option>
          ))}
        </select>
      </label>
      {offered.length > 1 && (
        <label class="item">
          <span>{t('language')}</span>
          <select
            value={locale}
            onChange={event => {
              const picked = event.currentTarget.value
              machine.set('locale', picked)
              loadTexts(picked).then(
                texts => store.set({ texts }),
                () => {},
              )
            }}
          >
            {offered.map(tag => (
              <option key={tag} value={tag} lang={tag}>
                {new Intl.DisplayNames([tag], { type: 'language' }).of(tag)}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  )
}
