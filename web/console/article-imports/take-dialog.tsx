// Takes over what was understood of an export, as drafts or as public as it was.
import { Button, Radio } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { ArticleImport } from '../../../contract/article-imports.ts'
import { answer, api } from '../api/client.ts'
import styles from '../articles/article.module.css'
import { useArticleWords } from '../articles/language/article-words.tsx'
import { Dialog } from '../look/dialog.tsx'
import { Fault } from '../session/fault.tsx'
import { importsKey } from './imports.ts'

export function TakeDialog({ one, onClose }: { one: ArticleImport; onClose(): void }) {
  const { t } = useArticleWords()
  const queries = useQueryClient()
  const [publish, setPublish] = useState(false)
  const take = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/article-imports/{id}/take', { params: { path: { id: one.id } }, body: { publish } }),
      ),
    onSuccess: onClose,
    onSettled: () => queries.invalidateQueries({ queryKey: importsKey }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    take.mutate()
  }
  return (
    <Dialog onClose={onClose} title={t('transfer_take_named', { name: one.name })}>
      <form className={styles.form} onSubmit={submit}>
        <Fault error={take.error} />
        <p>{t('transfer_take_text')}</p>
        <PublishChoice publish={publish} onChange={setPublish} />
        <Button type="submit" data-autofocus loading={take.isPending} style={{ alignSelf: 'flex-end' }}>
          {t('transfer_take')}
        </Button>
      </form>
    </Dialog>
  )
}

/** As drafts, which others review, or published, for which whoever chooses it answers. */
export function PublishChoice({ publish, onChange }: { publish: boolean; onChange(publish: boolean): void }) {
  const { t } = useArticleWords()
  return (
    <Radio.Group
      label={t('transfer_as')}
      value={publish ? 'published' : 'drafts'}
      onChange={value => onChange(value === 'published')}
    >
      <Radio
        value="drafts"
        label={t('transfer_as_drafts')}
        description={t('transfer_as_drafts_text')}
        mt={8}
      />
      <Radio
        value="published"
        label={t('transfer_as_published')}
        description={t('transfer_as_published_text')}
        mt={8}
      />
    </Radio.Group>
  )
}
