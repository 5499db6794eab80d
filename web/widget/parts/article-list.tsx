// Articles by title and summary, each a button that opens it here.
import type { HelpArticleRow, HelpHit } from '../../../contract/help.ts'
import type { Screen } from '../chat/state.ts'
import { useChat } from './use-chat.ts'

interface Props {
  articles: readonly (HelpArticleRow | HelpHit)[]
  /** Where the way back leads. */
  back: Extract<Screen, { name: 'home' | 'start' }>
}

export function ArticleList({ articles, back }: Props) {
  const chat = useChat()
  return (
    <ul class="list articles">
      {articles.map(article => (
        <li key={article.id} lang={article.locale}>
          <button
            type="button"
            class="row"
            onClick={() => chat.show({ name: 'article', slug: article.slug, back })}
          >
            <strong dir="auto">
              {'titlePieces' in article ? <Marked pieces={article.titlePieces} /> : article.title}
            </strong>
            {article.summary && (
              <span class="row-preview" dir="auto">
                {article.summary}
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  )
}

const Marked = ({ pieces }: { pieces: HelpHit['titlePieces'] }) => (
  <>{pieces.map(({ text, hit }, index) => (hit ? <mark key={index}>{text}</mark> : text))}</>
)
