// Words that mean the same to a search.
import { Button, TextInput } from '@mantine/core'
import { IconPlus, IconSearch, IconSearchOff, IconVocabulary } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Concept } from '../../../contract/knowledge.ts'
import { Blank } from '../../kit/blank.tsx'
import { Bone } from '../../kit/bones.tsx'
import { Line, Page, Section } from '../../kit/section.tsx'
import { answer, api } from '../api/client.ts'
import { useArticleWords } from '../articles/language/article-words.tsx'
import { useTitle } from '../language/use-title.ts'
import { Fault } from '../session/fault.tsx'
import { ConceptDialog, conceptsKey } from './concept-dialog.tsx'

/** A desk may have thousands; more than these nobody reads through. */
const mostShown = 100

export function ConceptsPage() {
  const { t } = useArticleWords()
  const { data, error, isPending } = useQuery({
    queryKey: conceptsKey,
    queryFn: async () => (await answer(api.GET('/api/concepts'))).concepts as Concept[],
  })
  const [text, setText] = useState('')
  const [open, setOpen] = useState<Concept | 'new' | null>(null)
  const found = (data ?? []).filter(concept => has(concept, text.trim().toLowerCase()))
  useTitle(t('help_concepts'))
  return (
    <Page
      title={t('help_concepts')}
      lead={t('concepts_lead')}
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={() => setOpen('new')}>
          {t('concept_new')}
        </Button>
      }
    >
      <Fault error={error} />
      {isPending && <Bone height={160} />}
      {data && data.length > 0 && (
        <TextInput
          type="search"
          label={t('concept_find')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
        />
      )}
      <p className="visually-hidden" role="status">
        {text && data && t('concepts_found', { count: found.length })}
      </p>
      {data?.length === 0 && (
        <Blank icon={<IconVocabulary size={28} />} title={t('concepts_none')}>
          {t('concepts_none_text')}
        </Blank>
      )}
      {data && data.length > 0 && found.length === 0 && (
        <Blank icon={<IconSearchOff size={28} />} title={t('help_found_none', { text })} />
      )}
      {found.length > 0 && (
        <Section>
          {found.slice(0, mostShown).map(concept => (
            <Line key={concept.id} title={concept.name} detail={wordsOf(concept)}>
              <Button
                variant="subtle"
                color="gray"
                size="xs"
                aria-label={t('edit_named', { name: concept.name })}
                onClick={() => setOpen(concept)}
              >
                {t('edit')}
              </Button>
            </Line>
          ))}
        </Section>
      )}
      {found.length > mostShown && <p>{t('concepts_more', { count: found.length - mostShown })}</p>}
      {open && <ConceptDialog concept={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Page>
  )
}

const has = ({ name, words }: Concept, text: string): boolean =>
  [name, ...Object.values(words).flat()].some(word => word.toLowerCase().includes(text))

const wordsOf = ({ words }: Concept): string =>
  Object.values(words)
    .map(of => of.join(', '))
    .filter(Boolean)
    .join(' · ')
