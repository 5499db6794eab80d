// Picks the screen, and holds what lies over all of them.
import { useEffect } from 'preact/hooks'
import { lazyPart } from '../parts/lazy.tsx'
import { Notices } from '../parts/notices.tsx'
import { type Around, AroundContext, useApp, useAround } from '../parts/use-chat.ts'
import { Home } from './home.tsx'
import { Start } from './start.tsx'
import { Thread } from './thread.tsx'

const Article = lazyPart(() => import('./article.tsx').then(({ Article }) => Article))

export const App = (around: Around) => (
  <AroundContext.Provider value={around}>
    <Frame />
  </AroundContext.Provider>
)

function Frame() {
  const { bridge, chat } = useAround()
  const screen = useApp(state => state.screen)
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return
      if (!bridge.standalone) bridge.send({ type: 'close' })
    }
    const wake = () => document.visibilityState === 'visible' && chat.wake()
    addEventListener('keydown', close)
    document.addEventListener('visibilitychange', wake)
    return () => {
      removeEventListener('keydown', close)
      document.removeEventListener('visibilitychange', wake)
    }
  }, [chat, bridge])
  return (
    <div class="app">
      {screen.name === 'home' && <Home />}
      {screen.name === 'start' && <Start />}
      {screen.name === 'article' && <Article key={screen.slug} {...screen} />}
      {screen.name === 'thread' && <Thread key="thread" id={screen.id} />}
      <Notices />
    </div>
  )
}
