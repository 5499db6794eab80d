// The script that a page embeds: takes the calls of `Ballast(...)`, also those made before it was here, and never throws at the page.

import { createWidget, type Heard, type Identity, type Widget } from './loader/widget.ts'
import type { Settings } from './protocol.ts'

type Call = ArrayLike<unknown>
interface Ballast {
  (...call: unknown[]): void
  q?: Call[]
  loaded?: boolean
}
declare global {
  interface Window {
    Ballast?: Ballast
    ballastSettings?: Settings & { identity?: Identity }
  }
}
type Listener = (value: never) => void

const source = (document.currentScript as HTMLScriptElement | null)?.src
const listeners: Record<keyof Heard, Listener[]> = { unread: [], ready: [], opened: [] }
let widget: Widget | undefined
let settings: Settings = {}
let identity: Identity | null = null
let unread = 0
let ready = false

const tell = (event: keyof Heard, value?: unknown) => {
  for (const listener of listeners[event]) guarded(() => listener(value as never))
}
const heard: Heard = {
  unread: count => {
    unread = count
    tell('unread', count)
  },
  ready: () => {
    ready = true
    tell('ready')
  },
  opened: open => tell('opened', open),
}

function boot(given: Settings & { identity?: Identity } = {}): void {
  const { identity: by, ...rest } = given
  settings = { ...settings, ...rest }
  if (by !== undefined) identify(by)
  if (widget) return widget.update(settings)
  if (!document.body) return addEventListener('DOMContentLoaded', () => guarded(() => boot()), { once: true })
  const desk = settings.desk ?? source
  if (!desk) return warn('set ballastSettings.desk to the address of the desk')
  widget = createWidget(new URL(desk, location.href).origin, settings, identity, heard)
}

function identify(by: Identity | null): void {
  identity = by
  widget?.identify(by)
}

function shutdown(): void {
  widget?.shutdown()
  widget = undefined
  identity = null
  settings = {}
  ready = false
  heard.unread(0)
}

const listen = (event: keyof Heard, listener: Listener) => {
  if (typeof listener !== 'function') return warn('a function is needed here')
  listeners[event].push(listener)
  if (event === 'unread') listener(unread as never)
  if (event === 'ready' && ready) listener(undefined as never)
}

const commands: Record<string, (value?: any) => void> = {
  boot,
  update: given => (widget ? boot(given) : Object.assign(settings, given)),
  shutdown,
  show: () => widget?.visible(true),
  hide: () => widget?.visible(false),
  open: () => widget?.open(),
  close: () => widget?.close(),
  newMessage: (text = '') => widget?.open(String(text)),
  identify,
  setLocale: locale => boot({ locale }),
  setTheme: theme => boot({ theme }),
  onUnread: listener => listen('unread', listener),
  onReady: listener => listen('ready', listener),
  onOpen: listener => listen('opened', listener),
}

function guarded(action: () => void): void {
  try {
    action()
  } catch (error) {
    warn(error)
  }
}

function warn(what: unknown): void {
  // oxlint-disable-next-line no-console -- the page's own developers need to see it
  console.warn('Ballast:', what)
}

function run(call: Call): void {
  const name = String(call[0])
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) return warn(`there is no command “${name}”`)
  guarded(() => command(call[1]))
}

if (!window.Ballast?.loaded) {
  const early = window.Ballast?.q ?? []
  const ballast: Ballast = (...call) => run(call)
  ballast.loaded = true
  window.Ballast = ballast
  if (window.ballastSettings) guarded(() => boot(window.ballastSettings))
  for (const call of early) run(call)
}
