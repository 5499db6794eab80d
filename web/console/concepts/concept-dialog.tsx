// One concept: the words by which people name it, in each language.
import { Button, NumberInput, TagsInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Concept, SaveConcept } from '../../../contract/knowledge.ts'
import { NameField } from '../../kit/name-field.tsx'
import { useFields } from '../../kit/use-fields.ts'
import { answer, api } from '../api/client.ts'
import { useSaving } from '../api/use-saving.ts'
import { useArticleWords } from '../articles/language/article-words.tsx'
import { useDesk } from '../desk/desk-name.ts'
import { languageName } from '../language/languages.ts'
import { EditDialog } from '../look/edit-dialog.tsx'
import { Fault } from '../session/fault.tsx'

export const conceptsKey = ['concepts'] as const

export function ConceptDialog({ concept, onClose }: { concept: Concept | null; onClose(): void }) {
  const { t, locale } = useArticleWords()
  const ofDesk = useDesk()?.languages ?? []
  const [{ name, weight, words }, set] = useFields<SaveConcept>(concept ?? { name: '', weight: 1, words: {} })
  const languages = [...new Set([...ofDesk, ...Object.keys(words)])]
  const hasWords = Object.values(words).some(of => of.length > 0)
  const saving = useConceptSaving(concept, onClose)
  const queries = useQueryClient()
  const restoring = useMutation({
    mutationFn: () =>
      answer(api.POST('/api/concepts/{id}/restore', { params: { path: { id: concept?.id ?? '' } } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: conceptsKey })
      onClose()
    },
  })
  return (
    <EditDialog
      title={concept ? concept.name : t('concept_new')}
      size="lg"
      saving={saving}
      wanted={name && hasWords ? { name, weight, words } : null}
      removal="delete"
      onClose={onClose}
    >
      <NameField
        data-autofocus
        label={t('concept_name')}
        description={t('concept_name_text')}
        maxLength={60}
        value={name}
        onChange={value => set({ name: asName(value) })}
      />
      <NumberInput
        label={t('concept_weight')}
        description={t('concept_weight_text')}
        min={0}
        max={3}
        step={0.25}
        decimalScale={2}
        value={weight}
        onChange={value => set({ weight: typeof value === 'number' ? value : 1 })}
      />
      {languages.map(tag => (
        <TagsInput
          key={tag}
          label={t('concept_words_in', { language: languageName(locale, tag) })}
          description={t('concept_words_text')}
          lang={tag}
          splitChars={[',', '，', '\n']}
          maxTags={1_000}
          value={words[tag] ?? []}
          onChange={of => set({ words: { ...words, [tag]: of.map(one => one.slice(0, 60)) } })}
        />
      ))}
      {concept?.changed && (
        <Button
          variant="subtle"
          loading={restoring.isPending}
          onClick={() => restoring.mutate()}
          style={{ alignSelf: 'flex-start' }}
        >
          {t('concept_restore')}
        </Button>
      )}
      <Fault error={restoring.error} />
    </EditDialog>
  )
}

/** Small letters, digits and hyphens, as names of concepts are. */
const asName = (typed: string): string =>
  typed
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/g, '-')
    .replace(/^-+/, '')

function useConceptSaving(concept: Concept | null, onDone: () => void) {
  const params = { path: { id: concept?.id ?? '' } }
  return useSaving<SaveConcept>({
    key: conceptsKey,
    save: body =>
      concept
        ? answer(api.PUT('/api/concepts/{id}', { params, body }))
        : answer(api.POST('/api/concepts', { body })),
    remove: concept && (() => answer(api.DELETE('/api/concepts/{id}', { params }))),
    onDone,
  })
}
