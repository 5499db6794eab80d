// The app inside the widget's frame starts here: who embeds it, who the customer is, in which language and colours.
import { render } from 'preact'
import { type Bridge, connect } from './bridge.ts'
import { type Chat, createChat, keepOf } from './chat/chat.ts'
import { ask } from './chat/http.ts'
import { subjectOf } from './chat/session.ts'
import { allowSound } from './chat/sound.ts'
import { type AppStore, createState, type WidgetConfig } from './chat/state.ts'
import { applyLook, lookForPage, standardLook } from './look.ts'
import type { FrameSettings, FromHost, Theme } from './protocol.ts'
import { App } from './screens/app.tsx'
import { Unavailable } from './screens/unavailable.tsx'
import { chooseLocale, loadTexts } from './texts/texts.ts'
import './style/base.css'
import './style/parts.css'
import './style/cards.css'
import './style/dialog.css'
import './style/uploads.css'
import './style/screens.css'
import './style/help.css'
import './style/thread.css'

const root = document.getElementById('root')!
/** What belongs to the machine and not to the customer. */
const own = keepOf('machine')

interface Running {
  chat: Chat
  store: AppStore
  stop(): void
}

const wantedLocales = (settings?: FrameSettings) => [
  settings?.locale,
  own.get('locale'),
  ...navigator.languages,
]

async function loadConfig(locale: string): Promise<WidgetConfig> {
  const answer = await ask('GET', `/api/widget/config?locale=${encodeURIComponent(locale)}`)
  return (await answer.json()) as WidgetConfig
}

async function start(bridge: Bridge, settings: FrameSettings, open: boolean): Promise<Running> {
  const wanted = wantedLocales(settings)
  const first = chooseLocale(wanted, [])
  const config = await loadConfig(first)
  const texts = await loadTexts(chooseLocale(wanted, config.languages))
  const identity = settings.identified ? await bridge.identity(false) : null
  const subject = subjectOf(identity)
  const scope = settings.identified ? `sub:${subject ?? '?'}` : 'anonymous'
  if (bridge.session) keepOf(scope).set('session', JSON.stringify(bridge.session))
  const theme = settings.theme ?? ((own.get('theme') as Theme | undefined) || 'auto')
  const store = createState({
    texts,
    settings,
    config,
    open,
    theme,
    sound: own.get('sound') !== 'off',
    outgoing: [],
  })
  let stopped = false
  const chat = createChat({
    store,
    bridge,
    scope,
    firstIdentity: identity,
    restart: () => stopped || restart(),
  })
  const stopLook = applyLook(store)
  const stopTelling = tellPage(bridge, store)
  if (scope !== 'anonymous') carryDraft(chat)
  const conversationId = bridge.session?.conversationId
  if (conversationId) chat.show({ name: 'thread', id: conversationId })
  render(<App chat={chat} bridge={bridge} machine={own} />, root)
  document.documentElement.removeAttribute('data-loading')
  return {
    chat,
    store,
    stop: () => {
      stopped = true
      stopLook()
      stopTelling()
      chat.close()
      render(null, root)
    },
  }
}

/** Tells the page how many messages are unread, and how the button looks. */
function tellPage(bridge: Bridge, store: AppStore): () => void {
  let told = -1
  let toldLook = ''
  const tell = () => {
    const { conversations, texts, config } = store.get()
    const { open, close, frame, unread } = texts.strings.launcher
    const look = lookForPage(store)
    const words = { open: texts.fill(open), close: texts.fill(close), frame: texts.fill(frame) }
    const ready = JSON.stringify([look, words])
    if (ready !== toldLook) {
      toldLook = ready
      const all = { ...words, unread: words.open }
      bridge.send({ type: 'ready', texts: all, look, chat: config.channels.chat })
      told = -1
    }
    const count = (conversations ?? []).reduce((sum, one) => sum + one.unread, 0)
    if (count === told) return
    told = count
    bridge.send({ type: 'unread', count, label: texts.fill(unread, { count }) })
  }
  tell()
  return store.subscribe(tell)
}

/** Who signs in keeps what they had begun to write; nothing else crosses from one identity to another. */
function carryDraft(chat: Chat): void {
  const anonymous = keepOf('anonymous')
  const draft = anonymous.get('draft:start')
  if (!draft || chat.drafts.get('start')) return
  chat.drafts.set('start', draft)
  anonymous.remove('draft:start')
}

let running: Running | undefined
let restart = () => {}

async function run(bridge: Bridge): Promise<void> {
  let { settings, open } = bridge
  let turn = 0
  /** What the page wants of an app that is still starting. */
  const early: FromHost[] = []
  const closeChat = bridge.standalone ? undefined : () => bridge.send({ type: 'close' })
  restart = () => {
    const mine = ++turn
    running?.stop()
    running = undefined
    begin(mine).catch(() => (mine === turn ? unavailable(settings, restart, closeChat) : undefined))
  }
  async function begin(mine: number): Promise<void> {
    const started = await start(bridge, settings, open)
    if (mine !== turn) return started.stop()
    running = started
    for (const message of early.splice(0)) heed(started, message)
  }
  bridge.listen(message => {
    if ('settings' in message) settings = message.settings
    if (message.type === 'open' || message.type === 'new') open = true
    if (message.type === 'closed') open = false
    if (message.type === 'identified') {
      settings = { ...settings, identified: message.identified }
      return restart()
    }
    if (message.type === 'shutdown') return void shutdown(bridge)
    if (running) heed(running, message)
    else early.push(message)
  })
  restart()
}

function heed({ chat, store }: Running, message: FromHost): void {
  if (message.type === 'settings') {
    const { settings } = message
    store.set({ settings, ...(settings.theme && { theme: settings.theme }) })
    const locale = chooseLocale([settings.locale], store.get().config.languages)
    if (settings.locale && locale !== store.get().texts.locale)
      loadTexts(locale).then(
        texts => store.set({ texts }),
        () => {},
      )
  } else if (message.type === 'open' || message.type === 'new') {
    store.set(({ settings }) => ({ open: true, settings: { ...settings, page: message.page } }))
    chat.wake()
    // Whoever has no session yet is told nothing while the chat is closed: is anybody there now?
    loadConfig(store.get().texts.locale).then(
      config => store.set({ config }),
      () => {},
    )
    if (message.type === 'new') {
      if (message.text) chat.drafts.set('start', message.text)
      store.set(({ prefill }) => ({ prefill: prefill + 1 }))
      chat.show({ name: 'start' })
    }
  } else if (message.type === 'closed') store.set({ open: false })
}

async function shutdown(bridge: Bridge): Promise<void> {
  const was = running
  running = undefined
  restart = () => {}
  was?.stop()
  await was?.chat.wipe()
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith('ballast:')) localStorage.removeItem(key)
  } catch {
    // Nothing could be stored, so nothing is there.
  }
  bridge.send({ type: 'wiped' })
}

async function unavailable(
  settings: FrameSettings | undefined,
  retry: () => void,
  close?: () => void,
): Promise<void> {
  const texts = await loadTexts(chooseLocale(wantedLocales(settings), [])).catch(() => undefined)
  document.documentElement.style.cssText = standardLook()
  render(<Unavailable texts={texts} retry={retry} close={close} />, root)
}

document.addEventListener('pointerdown', allowSound)
document.addEventListener('keydown', allowSound)
connect().then(run, () => unavailable(undefined, () => location.reload()))
