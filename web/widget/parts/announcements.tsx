// What is announced and pinned, on top of the first screen.
import { Icon } from './icon.tsx'
import { useApp, useChat, useTexts } from './use-chat.ts'

export function Announcements() {
  const chat = useChat()
  const { t } = useTexts()
  const announcements = useApp(state => state.help?.announcements)
  if (!announcements?.length) return null
  return (
    <ul class="announcements" aria-label={t('help_announcements')}>
      {announcements.map(({ id, slug, title, locale }) => (
        <li key={id} lang={locale}>
          <button
            type="button"
            class="announcement"
            onClick={() => chat.show({ name: 'article', slug, back: { name: 'home' } })}
          >
            <Icon name="announce" size={16} />
            <span dir="auto">{title}</span>
            <Icon name="next" size={16} />
          </button>
        </li>
      ))}
    </ul>
  )
}
