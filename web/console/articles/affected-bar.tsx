// What can be done to all marked articles: say that a change makes them doubtful.
import { Button, Checkbox, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconX } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { IconButton } from '../../kit/icon-button.tsx'
import type { Marked } from '../../kit/use-marked.ts'
import { answer, api } from '../api/client.ts'
import { Dialog } from '../look/dialog.tsx'
import { Fault } from '../session/fault.tsx'
import styles from './article-list.module.css'
import { useArticleDeed } from './articles.ts'
import { useArticleWords } from './language/article-words.tsx'

/** As many as the desk takes at once. */
const mostMarked = 500

export function AffectedBar({ marked, total }: { marked: Marked; total: number }) {
  const { t } = useArticleWords()
  const [isAsking, setAsking] = useState(false)
  const count = marked.ids.size
  return (
    <div className={styles.bulk} role="toolbar" aria-label={t('selected', { count })}>
      <Checkbox
        size="sm"
        aria-label={t('select_all')}
        checked={count === total}
        indeterminate={count < total}
        onChange={() => (count === total ? marked.clear() : marked.all())}
      />
      <strong aria-live="polite">{t('selected', { count })}</strong>
      <Button
        variant="default"
        leftSection={<IconAlertTriangle size={16} />}
        disabled={count > mostMarked}
        onClick={() => setAsking(true)}
      >
        {t('article_mark_affected')}
      </Button>
      <IconButton label={t('clear_selection')} onClick={marked.clear}>
        <IconX size={18} />
      </IconButton>
      {isAsking && <AffectedDialog marked={marked} onClose={() => setAsking(false)} />}
    </div>
  )
}

function AffectedDialog({ marked, onClose }: { marked: Marked; onClose(): void }) {
  const { t } = useArticleWords()
  const [note, setNote] = useState('')
  const deed = useArticleDeed(() => {})
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const body = { articleIds: [...marked.ids], note: note.trim() }
    deed.mutate(() => answer(api.POST('/api/articles/affected', { body })), {
      onSuccess: () => {
        notifications.show({
          message: t('article_marked', { count: body.articleIds.length }),
          autoClose: 4_000,
          withCloseButton: false,
        })
        marked.clear()
        onClose()
      },
    })
  }
  return (
    <Dialog onClose={onClose} title={t('article_mark_affected')}>
      <form className={styles.form} onSubmit={submit}>
        <Fault error={deed.error} />
        <p>{t('article_mark_affected_text', { count: marked.ids.size })}</p>
        <Textarea
          data-autofocus
          label={t('article_affected_why')}
          placeholder={t('article_affected_example')}
          required
          withAsterisk={false}
          maxLength={300}
          autosize
          minRows={2}
          value={note}
          onChange={event => setNote(event.currentTarget.value)}
        />
        <Button
          type="submit"
          disabled={!note.trim()}
          loading={deed.isPending}
          style={{ alignSelf: 'flex-end' }}
        >
          {t('article_mark')}
        </Button>
      </form>
    </Dialog>
  )
}
