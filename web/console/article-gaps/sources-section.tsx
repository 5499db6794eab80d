// Articles that began with an agent's reply: how far they have come, and the way back to the conversation.
import { Link } from '@tanstack/react-router'
import type { ArticleSource } from '../../../contract/assistant.ts'
import { Line, Section } from '../../kit/section.tsx'
import { Tag, type Tone } from '../../kit/tag.tsx'
import { languageName } from '../language/language-name.ts'
import { dayName } from '../language/time.ts'
import { useWords } from '../language/words.tsx'
import { useSources } from './gaps.ts'

const tones: Record<ArticleSource['state'], Tone> = {
  draft: 'soft',
  in_review: 'waiting',
  approved: 'plain',
  published: 'brand',
}

export function SourcesSection() {
  const { t, locale } = useWords()
  const { data = [] } = useSources()
  if (data.length === 0) return null
  return (
    <Section title={t('article_sources')} lead={t('article_sources_lead')}>
      {data.map(source => (
        <Line
          key={`${source.articleId} ${source.at}`}
          title={
            <a href={`/articles/${source.articleId}`} lang={source.locale}>
              {source.title}
            </a>
          }
          detail={t('article_source_by', {
            language: languageName(locale, source.locale),
            name: source.by ?? '–',
            time: dayName(locale, source.at),
          })}
        >
          {source.conversation && (
            <Link to="/inbox/$view/$id" params={{ view: 'all', id: source.conversation.id }} search={{}}>
              #{source.conversation.number}
            </Link>
          )}
          <Tag tone={tones[source.state]}>{t(`article_source_${source.state}`)}</Tag>
        </Line>
      ))}
    </Section>
  )
}
