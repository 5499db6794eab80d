// One article, read inside the chat, with the question whether it helped and always the way on to people.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { HelpArticle } from '../../../contract/help.ts'
import type { Screen } from '../chat/state.ts'
import { Header } from '../parts/header.tsx'
import { useChat, useTexts } from '../parts/use-chat.ts'
import '../style/article.css'

type ArticleScreen = Extract<Screen, { name: 'article' }>

export function Article({ slug, back }: ArticleScreen) {
  const chat = useChat()
  const { t } = useTexts()
  const [article, setArticle] = useState<HelpArticle | null>()
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let isLeft = false
    setArticle(undefined)
    chat.help.read(slug).then(
      read => isLeft || setArticle(read),
      () => isLeft || setArticle(null),
    )
    return () => {
      isLeft = true
    }
  }, [chat, slug])
  useEffect(() => {
    if (!article) return
    top.current?.scrollTo(0, 0)
    document.querySelector<HTMLElement>('.article-body h2')?.focus({ preventScroll: true })
  }, [article])

  const open = (event: MouseEvent) => {
    const link = (event.target as Element).closest('a')
    if (!link) return
    event.preventDefault()
    follow(link, next => chat.show({ name: 'article', slug: next, back }))
  }
  const write = () => {
    // What was looked for is what they would have to type again.
    if (!chat.drafts.get('start') && back.name === 'home') chat.drafts.set('start', chat.help.typed)
    chat.show({ name: 'start' })
  }
  return (
    <main class="screen" aria-label={t('title')}>
      <Header title={t('help')} back={back} />
      <div class="article-body" ref={top} lang={article?.locale} dir="auto">
        {article ? (
          <>
            <h2 class="article-title" tabIndex={-1}>
              {article.title}
            </h2>
            {/* Made by the desk, from a list of what may be. */}
            {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- only links in it are heard, and those have keys */}
            <div class="article-text" onClick={open} dangerouslySetInnerHTML={{ __html: article.html }} />
            <p>
              <a class="link" href={article.url} target="_blank" rel="noopener">
                {t('help_page')}
              </a>
            </p>
          </>
        ) : article === null ? (
          <p role="alert">{t('help_failed')}</p>
        ) : (
          <output class="bones" aria-label={t('loading')}>
            <span />
            <span />
          </output>
        )}
      </div>
      <div class="article-foot">
        {article && <Vote key={article.id} article={article} />}
        <div class="article-on">
          <span>{t('help_still')}</span>
          <button type="button" class="plain" onClick={write}>
            {t(back.name === 'start' ? 'help_back' : 'write_to_us')}
          </button>
        </div>
      </div>
    </main>
  )
}

/** Articles stay here, headings are near, and everything else is another page's. */
function follow(link: HTMLAnchorElement, show: (slug: string) => void): void {
  const url = new URL(link.href)
  if (link.getAttribute('href')?.startsWith('#'))
    return document.getElementById(decodeURIComponent(url.hash.slice(1)))?.scrollIntoView()
  const [, slug] = /^\/help\/[\w-]+\/articles\/([a-z0-9-]+)$/.exec(url.pathname) ?? []
  if (slug && url.origin === location.origin) return show(slug)
  open(link.href, '_blank', 'noopener')
}

function Vote({ article }: { article: HelpArticle }) {
  const chat = useChat()
  const { t } = useTexts()
  const [said, setSaid] = useState(false)
  const say = (helpful: boolean) => {
    setSaid(true)
    chat.help.vote(article, helpful).catch(() => {})
  }
  return (
    <fieldset class="vote" aria-label={t('help_helpful')}>
      <output>{said ? t('help_thanks') : t('help_helpful')}</output>
      {!said && (
        <>
          <button type="button" class="plain" onClick={() => say(true)}>
            {t('help_yes')}
          </button>
          <button type="button" class="plain" onClick={() => say(false)}>
            {t('help_no')}
          </button>
        </>
      )}
    </fieldset>
  )
}
