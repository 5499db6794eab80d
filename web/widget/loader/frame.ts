// The frame with the chat, and the one private line to it: a port that only the desk's own page can have got.
import { type FromFrame, type FromHost, mark } from '../protocol.ts'

export interface Line {
  frame: HTMLIFrameElement
  send(message: FromHost): void
  remove(): void
}

/** `start` gives the first message once the frame has asked for it; whatever is sent earlier follows it. */
export function createFrame(
  desk: string,
  start: () => FromHost,
  receive: (message: FromFrame) => void,
): Line {
  const frame = document.createElement('iframe')
  const waiting: FromHost[] = []
  let port: MessagePort | undefined
  frame.src = `${desk}/widget/frame?host=${encodeURIComponent(location.origin)}`
  frame.allow = 'clipboard-write; camera; autoplay'
  frame.referrerPolicy = 'origin'

  const listen = (event: MessageEvent) => {
    if (event.origin !== desk || event.source !== frame.contentWindow) return
    if (event.data?.mark !== mark || event.data.type !== 'hello') return
    // The frame says hello again when it was reloaded: the new page gets a new line.
    port?.close()
    const channel = new MessageChannel()
    port = channel.port1
    port.onmessage = ({ data }) => receive(data)
    frame.contentWindow?.postMessage({ mark, ...start() }, desk, [channel.port2])
    for (const message of waiting.splice(0)) port.postMessage(message)
  }
  addEventListener('message', listen)

  return {
    frame,
    send: message => {
      if (port) port.postMessage(message)
      else waiting.push(message)
    },
    remove: () => {
      removeEventListener('message', listen)
      port?.close()
      frame.remove()
    },
  }
}
