// Takes the articles over that come with Ballast.
import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { answer, api } from '../api/client.ts'
import styles from '../articles/article.module.css'
import { useArticleWords } from '../articles/language/article-words.tsx'
import { Dialog } from '../look/dialog.tsx'
import { Fault } from '../session/fault.tsx'
import { PublishChoice } from './take-dialog.tsx'

export function StarterSetDialog({ onClose }: { onClose(): void }) {
  const { t } = useArticleWords()
  const queries = useQueryClient()
  const [publish, setPublish] = useState(false)
  const take = useMutation({
    mutationFn: () => answer(api.POST('/api/articles/starter-set', { body: { publish } })),
    onSuccess: () => queries.invalidateQueries(),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    take.mutate()
  }
  return (
    <Dialog onClose={onClose} title={t('starter_set')}>
      {take.data ? (
        <div className={styles.form} role="status">
          <p>{t('transfer_created', { count: take.data.created })}</p>
          {take.data.unchanged > 0 && <p>{t('starter_set_kept', { count: take.data.unchanged })}</p>}
          <p>{t('starter_set_next')}</p>
          <Button data-autofocus onClick={onClose} style={{ alignSelf: 'flex-end' }}>
            {t('close')}
          </Button>
        </div>
      ) : (
        <form className={styles.form} onSubmit={submit}>
          <Fault error={take.error} />
          <p>{t('starter_set_text')}</p>
          <PublishChoice publish={publish} onChange={setPublish} />
          <Button type="submit" data-autofocus loading={take.isPending} style={{ alignSelf: 'flex-end' }}>
            {t('starter_set_take')}
          </Button>
        </form>
      )}
    </Dialog>
  )
}
