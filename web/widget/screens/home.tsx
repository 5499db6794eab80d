// The first screen: who we are, whether somebody is there, what was said before, and the way to write.
import type { CustomerConversation } from '../../../contract/conversations.ts'
import { shortWhen } from '../chat/days.ts'
import { Announcements } from '../parts/announcements.tsx'
import { Banner } from '../parts/banner.tsx'
import { CloseButton } from '../parts/header.tsx'
import { HelpSearch } from '../parts/help-search.tsx'
import { Icon } from '../parts/icon.tsx'
import { Menu } from '../parts/menu.tsx'
import { stateOf } from '../parts/states.ts'
import { useApp, useChat, useTexts } from '../parts/use-chat.ts'

export function Home() {
  const { t, locale } = useTexts()
  const chat = useChat()
  const config = useApp(state => state.config)
  const conversations = useApp(state => state.conversations)
  // Who has talked with us before looks for that first.
  const isNew = conversations?.length === 0
  const greeting = config.widget.greeting[locale] || t('greeting')
  return (
    <main class="home" aria-label={t('title')}>
      <Banner />
      <div class="welcome">
        <div class="welcome-bar">
          <span class="logo" dir="auto">
            {config.logo || config.name}
          </span>
          <Menu />
          <CloseButton />
        </div>
        <h1>{greeting}</h1>
        <Availability />
      </div>
      <div class="home-body">
        <Announcements />
        <button type="button" class="primary wide" onClick={() => chat.show({ name: 'start' })}>
          <Icon name="chat" /> {t('write_to_us')}
        </button>
        {isNew && <HelpSearch />}
        <section aria-labelledby="before">
          <h2 id="before">{t('your_conversations')}</h2>
          {conversations === undefined ? (
            <output class="bones" aria-label={t('loading')}>
              <span />
              <span />
            </output>
          ) : conversations.length === 0 ? (
            <p class="soft">{t('no_conversations')}</p>
          ) : (
            <ul class="list">
              {conversations.map(conversation => (
                <Row key={conversation.id} conversation={conversation} />
              ))}
            </ul>
          )}
        </section>
        {!isNew && <HelpSearch />}
      </div>
      <p class="promise">
        <Icon name="shield" size={16} /> {t('never_ask')}
      </p>
    </main>
  )
}

/** Only what is true: whether somebody is there now, and how an answer comes if not. */
function Availability() {
  const { t } = useTexts()
  const chat = useApp(({ config }) => config.channels.chat)
  const here = useApp(({ config }) => config.agentsAvailable)
  const state = !chat ? 'asynchronous' : here ? 'available' : 'away'
  return (
    <output class={`availability ${state}`}>
      <span class="lamp" />
      {t(state)}
    </output>
  )
}

function Row({ conversation }: { conversation: CustomerConversation }) {
  const texts = useTexts()
  const chat = useChat()
  const { id, number, subject, topic, unread, preview, lastEntryAt } = conversation
  const title =
    subject ??
    (topic
      ? texts.fill(texts.strings.topics[topic])
      : texts.t('conversation_untitled', { number: String(number) }))
  const state = stateOf(conversation)
  return (
    <li>
      <button
        type="button"
        class={unread > 0 ? 'row unread' : 'row'}
        onClick={() => chat.show({ name: 'thread', id })}
      >
        <span class="row-top">
          <strong dir="auto">{title}</strong>
          <time dateTime={lastEntryAt}>{shortWhen(texts, lastEntryAt)}</time>
        </span>
        <span class="row-preview" dir="auto">
          {preview}
        </span>
        <span class="row-foot">
          <span class={`tag ${state}`}>{texts.t(state)}</span>
          <span class="soft">{texts.t('conversation_number', { number: String(number) })}</span>
          {unread > 0 && <span class="count">{texts.t('unread', { count: unread })}</span>}
        </span>
      </button>
    </li>
  )
}
