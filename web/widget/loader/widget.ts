// The widget on a page: button, frame, and what the page is told.
import { launcher as en } from '../../../locales/en.ts'
import { launcher as zh } from '../../../locales/zh.ts'
import type {
  FrameSettings,
  FromFrame,
  FromHost,
  LauncherLook,
  LauncherTexts,
  Settings,
} from '../protocol.ts'
import { createButton } from './button.ts'
import { createFrame } from './frame.ts'
import { addStyle, fullScreen } from './style.ts'

/** A token the exchange signed, or what gets a fresh one. */
export type Identity = string | ((again: boolean) => string | null | Promise<string | null>)

export interface Widget {
  update(settings: Settings): void
  identify(identity: Identity | null): void
  open(text?: string): void
  close(): void
  /** Shows or hides everything; the chat itself goes on. */
  visible(shown: boolean): void
  shutdown(): void
}

export interface Heard {
  unread(count: number): void
  ready(): void
  opened(open: boolean): void
}

const reopenKey = 'ballast.open'

/** Puts the widget onto the page. */
export function createWidget(
  desk: string,
  given: Settings,
  identifiedBy: Identity | null,
  heard: Heard,
): Widget {
  let settings = given
  let identity = identifiedBy
  let used: string | undefined
  let isOpen = remembered()
  let unread = 0
  let texts = firstTexts(given.locale)
  let look: LauncherLook | undefined
  let scrolling = ''
  let here = false

  const host = document.createElement('ballast-widget')
  const root = host.attachShadow({ mode: 'open' })
  const box = root.appendChild(document.createElement('div'))
  const { button, show } = createButton(() => (isOpen ? close() : open()))
  const line = createFrame(desk, start, receive)
  addStyle(root)
  box.append(button)
  document.body.append(host)
  // The page comes first.
  const addFrame = () => box.append(line.frame)
  if (document.readyState === 'complete') addFrame()
  else addEventListener('load', addFrame, { once: true })
  addEventListener('keydown', escape)
  draw()

  /** The frame is here: a desk that is down, or switched its widget off, shows no button that leads nowhere. */
  function start(): FromHost {
    here = true
    draw()
    return { type: 'start', settings: forFrame(), open: isOpen }
  }

  function forFrame(): FrameSettings {
    const { desk: _desk, launcher: _launcher, zIndex: _z, ...rest } = settings
    return { ...rest, identified: identity !== null, page: location.href }
  }

  function draw(): void {
    const position = settings.position ?? look?.position
    box.className = `${isOpen ? 'open' : ''} ${position === 'left' ? 'left' : ''}`
    button.hidden = !here || settings.launcher === false
    line.frame.title = texts.frame
    show(isOpen, unread, texts)
    const night = look ? look.dark : prefersDark(settings)
    host.toggleAttribute('data-dark', night)
    if (settings.zIndex !== undefined) host.style.setProperty('--ballast-z', String(settings.zIndex))
    if (look) {
      const { brand, onBrand, late, surface } = look
      const colours = { brand, 'on-brand': onBrand, late, surface }
      for (const [name, colour] of Object.entries(colours)) host.style.setProperty(`--${name}`, colour)
    }
  }

  function open(text?: string): void {
    line.send(
      text === undefined ? { type: 'open', page: location.href } : { type: 'new', text, page: location.href },
    )
    if (!isOpen && fullScreen()) {
      scrolling = document.documentElement.style.overflow
      document.documentElement.style.overflow = 'hidden'
    }
    turn(true)
    line.frame.focus()
  }

  function close(): void {
    if (!isOpen) return
    line.send({ type: 'closed' })
    turn(false)
    button.focus()
  }

  function turn(to: boolean): void {
    const changed = isOpen !== to
    isOpen = to
    remember(to)
    if (!to) document.documentElement.style.overflow = scrolling
    draw()
    if (changed) heard.opened(to)
  }

  function escape(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !event.defaultPrevented && root.activeElement) close()
  }

  function receive(message: FromFrame): void {
    if (message.type === 'close') close()
    else if (message.type === 'open') open()
    else if (message.type === 'identity') void giveIdentity(message.id, message.again)
    else if (message.type === 'wiped') remove()
    else if (message.type === 'unread') {
      unread = message.count
      texts = { ...texts, unread: message.label }
      draw()
      heard.unread(unread)
    } else if (message.type === 'ready') {
      ;({ texts, look } = message)
      draw()
      heard.ready()
    }
  }

  /** A token is good for one session; one that was used is never given twice. */
  async function giveIdentity(id: number, again: boolean): Promise<void> {
    let token: string | null = null
    try {
      token = (typeof identity === 'function' ? await identity(again) : identity) ?? null
    } catch (error) {
      // oxlint-disable-next-line no-console -- the page's own developers need to see it
      console.warn('Ballast: identify failed', error)
    }
    if (again && token === used) token = null
    if (token) used = token
    line.send({ type: 'identity', id, token })
  }

  function remove(): void {
    removeEventListener('keydown', escape)
    line.remove()
    host.remove()
  }

  return {
    update: next => {
      settings = { ...settings, ...next }
      if (next.locale && !look) texts = firstTexts(next.locale)
      line.send({ type: 'settings', settings: forFrame() })
      draw()
    },
    identify: next => {
      identity = next
      // Until the frame asks, its first message will say it.
      if (here) line.send({ type: 'identified', identified: next !== null })
    },
    open,
    close,
    visible: shown => {
      host.hidden = !shown
    },
    shutdown: () => {
      line.send({ type: 'shutdown' })
      turn(false)
      remember(false)
      host.hidden = true
      // The frame wipes what it kept and says so; a desk that is down can't keep the widget on the page.
      setTimeout(remove, 3_000)
    },
  }
}

const firstTexts = (locale = navigator.language): LauncherTexts => {
  const { open, close, frame } = /^zh/i.test(locale) ? zh : en
  return { open, close, frame, unread: open } as LauncherTexts
}

const prefersDark = ({ theme }: Settings) =>
  theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)

/** Whether the chat was open on the page before, in this tab; on a full screen it would hide the new page. */
function remembered(): boolean {
  try {
    return sessionStorage.getItem(reopenKey) === '1' && !fullScreen()
  } catch {
    return false
  }
}

function remember(open: boolean): void {
  try {
    if (open) sessionStorage.setItem(reopenKey, '1')
    else sessionStorage.removeItem(reopenKey)
  } catch {
    // Storage is forbidden: the chat is closed on the next page.
  }
}
