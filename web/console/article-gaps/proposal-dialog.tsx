// Shows what an article could say, to be read and corrected; only then a draft is made of it.
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import type { ArticleProposal } from '../../../contract/assistant.ts'
import { Bone } from '../../kit/bones.tsx'
import { languageName } from '../language/language-name.ts'
import { useWords } from '../language/words.tsx'
import { Dialog } from '../look/dialog.tsx'
import { Fault } from '../session/fault.tsx'
import styles from './article-gaps.module.css'
import { type From, useMaking, useProposal } from './gaps.ts'

interface Props {
  from: From
  onClose(): void
}

export function ProposalDialog({ from, onClose }: Props) {
  const { t } = useWords()
  const { data, error } = useProposal(from)
  return (
    <Dialog
      onClose={onClose}
      title={t('gapId' in from ? 'article_from_gap' : 'article_from_reply')}
      size="lg"
    >
      <Fault error={error} />
      {!data && !error && <Bone height={320} />}
      {data && <ProposalForm proposal={data} from={from} onClose={onClose} />}
    </Dialog>
  )
}

const mostQuestions = 20
const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map(line => line.trim().slice(0, 200))
    .filter(line => line !== '')
    .slice(0, mostQuestions)

function ProposalForm({ proposal, from, onClose }: Props & { proposal: ArticleProposal }) {
  const { t, locale: own } = useWords()
  const { content } = proposal
  const [locale, setLocale] = useState(proposal.locale)
  const [title, setTitle] = useState(content.title)
  const [body, setBody] = useState(content.body)
  const [questions, setQuestions] = useState(content.questions.join('\n'))
  const making = useMaking(from, () => {
    notifications.show({ color: 'sea', message: t('article_proposal_made') })
    onClose()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { summary } = content
    making.mutate({ locale, content: { title: title.trim(), summary, body, questions: linesOf(questions) } })
  }
  return (
    <form onSubmit={submit} className={styles.form}>
      <p className={styles.lead}>{t('article_proposal_lead')}</p>
      <Fault error={making.error} />
      <NativeSelect
        label={t('language')}
        data={proposal.locales.map(value => ({ value, label: languageName(own, value) }))}
        value={locale}
        onChange={event => setLocale(event.currentTarget.value)}
      />
      <TextInput
        label={t('article_proposal_title')}
        required
        withAsterisk={false}
        maxLength={150}
        lang={locale}
        value={title}
        onChange={event => setTitle(event.currentTarget.value)}
        data-autofocus
      />
      <Textarea
        label={t('article_proposal_body')}
        description={t('article_proposal_body_hint')}
        autosize
        minRows={6}
        maxRows={16}
        maxLength={100_000}
        lang={locale}
        value={body}
        onChange={event => setBody(event.currentTarget.value)}
      />
      <Textarea
        label={t('article_proposal_questions')}
        description={t('article_proposal_questions_hint')}
        autosize
        minRows={2}
        maxRows={6}
        lang={locale}
        value={questions}
        onChange={event => setQuestions(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={making.isPending} disabled={!title.trim()}>
          {t('article_proposal_make')}
        </Button>
      </div>
    </form>
  )
}
