// The chat in a window of its own: it gets the session from this one, and asks the page through it who the customer is.
import type { Bridge } from '../bridge.ts'
import { type FromFrame, type FromHost, mark } from '../protocol.ts'
import type { Chat } from './chat.ts'

const shape = 'popup,width=440,height=720'

/** False when the browser blocked the window. */
export function popOut(chat: Chat, bridge: Bridge): boolean {
  const popped = open('/widget/frame?popout=1', 'ballast-chat', shape)
  if (!popped) return false
  addEventListener('message', (event: MessageEvent) => {
    if (event.source !== popped || event.origin !== location.origin) return
    if (event.data?.mark !== mark || event.data.type !== 'hello') return
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }: MessageEvent<FromFrame>) => {
      if (data.type !== 'identity') return
      const give = (token: string | null) =>
        port1.postMessage({ type: 'identity', id: data.id, token } satisfies FromHost)
      bridge.identity(data.again).then(give, () => give(null))
    }
    popped.postMessage({ mark, ...first(chat) }, location.origin, [port2])
  })
  bridge.send({ type: 'close' })
  return true
}

function first(chat: Chat): FromHost {
  const { settings, screen, texts, theme } = chat.store.get()
  const session = chat.session.handOut()
  const conversationId = screen.name === 'thread' ? screen.id : null
  return {
    type: 'start',
    settings: { ...settings, locale: texts.locale, theme },
    open: true,
    session: session && { ...session, conversationId },
  }
}
