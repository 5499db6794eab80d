// Sends a text back to its authors, and takes one away from the public.
import { Button, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Article, ArticleText } from '../../../contract/articles.ts'
import { Choose } from '../../kit/choose.tsx'
import { answer, api } from '../api/client.ts'
import { Dialog } from '../look/dialog.tsx'
import { Fault } from '../session/fault.tsx'
import styles from './article.module.css'
import { useArticleDeed } from './articles.ts'
import { useArticleWords } from './language/article-words.tsx'

interface Props {
  article: Article
  text: ArticleText
  onClose(): void
}

const paramsOf = ({ article, text }: Props) => ({ path: { id: article.id, locale: text.locale } })

export function ChangesDialog(props: Props) {
  const { t } = useArticleWords()
  const [note, setNote] = useState('')
  const deed = useArticleDeed(() => {})
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const asked = { params: paramsOf(props), body: { revision: props.text.newest, note: note.trim() } }
    deed.mutate(() => answer(api.POST('/api/articles/{id}/texts/{locale}/ask-changes', asked)), {
      onSuccess: props.onClose,
    })
  }
  return (
    <Dialog onClose={props.onClose} title={t('article_ask_changes')}>
      <form className={styles.form} onSubmit={submit}>
        <Fault error={deed.error} />
        <Textarea
          data-autofocus
          label={t('article_changes_wanted')}
          description={t('article_changes_wanted_text')}
          autosize
          minRows={3}
          maxLength={1_000}
          value={note}
          onChange={event => setNote(event.currentTarget.value)}
        />
        <Button
          type="submit"
          disabled={!note.trim()}
          loading={deed.isPending}
          style={{ alignSelf: 'flex-end' }}
        >
          {t('article_send_back')}
        </Button>
      </form>
    </Dialog>
  )
}

export function WithdrawDialog(props: Props) {
  const { t } = useArticleWords()
  const deed = useArticleDeed()
  const withdraw = () =>
    deed.mutateAsync(() =>
      answer(api.POST('/api/articles/{id}/texts/{locale}/withdraw', { params: paramsOf(props) })),
    )
  return (
    <Choose
      title={t('article_withdraw_ask')}
      yes={t('article_withdraw')}
      no={t('cancel')}
      onYes={() =>
        withdraw().then(
          () => {},
          () => {},
        )
      }
      onClose={props.onClose}
    >
      {t('article_withdraw_text')}
    </Choose>
  )
}
