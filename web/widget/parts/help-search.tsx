// On the first screen: a search of the help centre, and what is read most while nothing is looked for.
import { useEffect, useState } from 'preact/hooks'
import { ArticleList } from './article-list.tsx'
import { Icon } from './icon.tsx'
import { useApp, useChat, useTexts } from './use-chat.ts'
import { useFitting } from './use-fitting.ts'

const back = { name: 'home' } as const

export function HelpSearch() {
  const chat = useChat()
  const { t, locale } = useTexts()
  const help = useApp(state => state.help)
  const isOpen = useApp(state => state.open)
  const [text, setText] = useState(chat.help.typed)
  const hits = useFitting(text, 3)
  useEffect(() => {
    if (isOpen) chat.help.load().catch(() => {})
  }, [chat, isOpen, locale])
  // A desk without articles has nothing to look for.
  if (!help || (help.popular.length === 0 && help.announcements.length === 0)) return null
  return (
    <section class="help" aria-label={t('help')}>
      <search class="field">
        <Icon name="search" size={18} />
        <input
          type="search"
          dir="auto"
          aria-label={t('help_search')}
          placeholder={t('help_search')}
          maxLength={200}
          autocomplete="off"
          value={text}
          onInput={({ currentTarget: { value } }) => {
            setText(value)
            chat.help.typed = value
          }}
        />
      </search>
      <output class="hidden">
        {hits && (hits.length > 0 ? t('help_found', { count: hits.length }) : t('help_nothing'))}
      </output>
      {hits ? (
        hits.length > 0 ? (
          <ArticleList articles={hits} back={back} />
        ) : (
          <p class="soft">{t('help_nothing')}</p>
        )
      ) : (
        help.popular.length > 0 && (
          <>
            <h2>{t('help_popular')}</h2>
            <ArticleList articles={help.popular} back={back} />
          </>
        )
      )}
    </section>
  )
}
