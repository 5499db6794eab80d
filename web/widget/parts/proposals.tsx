// Under the first message: articles that may answer it. They take no focus, say so once and politely, and go when they are sent away.
import { useState } from 'preact/hooks'
import { ArticleList } from './article-list.tsx'
import { Icon } from './icon.tsx'
import { useTexts } from './use-chat.ts'
import { useFitting } from './use-fitting.ts'

/** Letters: before that nobody knows what it will be about. */
const least = 10
const back = { name: 'start' } as const

export function Proposals({ text }: { text: string }) {
  const { t } = useTexts()
  const [isGone, setGone] = useState(false)
  const hits = useFitting(isGone ? '' : text, least) ?? []
  return (
    <>
      <output class="hidden">{hits.length > 0 && t('help_proposed', { count: hits.length })}</output>
      {hits.length > 0 && (
        <section class="proposals" aria-labelledby="proposals">
          <div class="proposals-top">
            <h2 id="proposals">{t('help_proposals')}</h2>
            <button
              type="button"
              class="round small"
              aria-label={t('help_dismiss')}
              onClick={() => {
                setGone(true)
                document.getElementById('first')?.focus()
              }}
            >
              <Icon name="close" size={16} />
            </button>
          </div>
          <ArticleList articles={hits} back={back} />
        </section>
      )}
    </>
  )
}
