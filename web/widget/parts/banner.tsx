// Says when the connection is lost, and that nothing is lost with it.
import { useEffect, useState } from 'preact/hooks'
import { Icon } from './icon.tsx'
import { useApp, useChat, useTexts } from './use-chat.ts'

/** A blink of the connection is nobody's concern. */
const sayAfterMs = 1_500
const sayBackMs = 2_500

export function Banner() {
  const { t } = useTexts()
  const chat = useChat()
  const lost = useApp(state => state.connection === 'lost')
  const over = useApp(state => state.sessionOver)
  const [said, setSaid] = useState<'nothing' | 'lost' | 'back'>('nothing')
  useEffect(() => {
    const timer = setTimeout(
      () => setSaid(was => (lost ? 'lost' : was === 'lost' ? 'back' : 'nothing')),
      lost ? sayAfterMs : 0,
    )
    return () => clearTimeout(timer)
  }, [lost])
  useEffect(() => {
    if (said !== 'back') return
    const timer = setTimeout(() => setSaid('nothing'), sayBackMs)
    return () => clearTimeout(timer)
  }, [said])
  return (
    <output class="banner-place">
      {over ? (
        <p class="banner">
          <Icon name="alert" size={16} />
          <span>{t('session_over')}</span>
        </p>
      ) : said === 'lost' ? (
        <p class="banner">
          <Icon name="clock" size={16} />
          <span>{t(navigator.onLine ? 'reconnecting' : 'offline')}</span>
          <button type="button" class="link" onClick={chat.wake}>
            {t('try_again')}
          </button>
        </p>
      ) : (
        said === 'back' && (
          <p class="banner good">
            <Icon name="check" size={16} />
            <span>{t('back_online')}</span>
          </p>
        )
      )}
    </output>
  )
}
