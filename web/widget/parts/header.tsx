// The bar on top of every screen but the first.
import type { ComponentChildren } from 'preact'
import type { Screen } from '../chat/state.ts'
import { Banner } from './banner.tsx'
import { Icon } from './icon.tsx'
import { useApp, useAround, useTexts } from './use-chat.ts'

interface HeaderProps {
  title: string
  subtitle?: string | undefined
  /** Where the way back leads; to the first screen when left out. */
  back?: Screen
  children?: ComponentChildren
}

export function Header({ title, subtitle, back = { name: 'home' }, children }: HeaderProps) {
  const { chat } = useAround()
  const { t } = useTexts()
  const unread = useApp(({ conversations, screen }) =>
    (conversations ?? []).reduce(
      (sum, one) => (screen.name === 'thread' && screen.id === one.id ? sum : sum + one.unread),
      0,
    ),
  )
  return (
    <>
      <header class="bar">
        <button type="button" class="round" aria-label={t('back')} onClick={() => chat.show(back)}>
          <Icon name="back" />
          {unread > 0 && <span class="dot" />}
        </button>
        <div class="bar-title">
          <h1 tabIndex={-1}>{title}</h1>
          {subtitle && <p>{subtitle}</p>}
        </div>
        {children}
        <CloseButton />
      </header>
      <Banner />
    </>
  )
}

export function CloseButton() {
  const { bridge } = useAround()
  const { t } = useTexts()
  if (bridge.standalone) return null
  return (
    <button
      type="button"
      class="round"
      aria-label={t('close')}
      onClick={() => bridge.send({ type: 'close' })}
    >
      <Icon name="close" />
    </button>
  )
}
