// How far a text has come on its way to the public, and what is next.
import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { type Article, type ArticleText, type TextState, textStates } from '../../../contract/articles.ts'
import { rolePermissions } from '../../../contract/permissions.ts'
import { answer, api } from '../api/client.ts'
import { fullTime, useNow } from '../language/time.ts'
import { useMay, useMe } from '../session/session.ts'
import { useStaff } from '../teams/teams.ts'
import styles from './article.module.css'
import { useWholeDeeds } from './article-header.tsx'
import { useArticleDeed } from './articles.ts'
import { isDue } from './attention-tags.tsx'
import { useArticleWords } from './language/article-words.tsx'
import { PublishDialog } from './publish-dialog.tsx'
import { ChangesDialog, WithdrawDialog } from './step-dialogs.tsx'
import type { TextDraft } from './use-text-draft.ts'

interface Props {
  article: Article
  locale: string
  draft: TextDraft
  save: TextDraft['save']
}

export function TextSteps({ article, locale, draft, save }: Props) {
  const { t } = useArticleWords()
  const text = article.texts.find(one => one.locale === locale)
  const isArchived = article.archivedAt !== null
  return (
    <>
      <Attention article={article} />
      <Way state={text?.state ?? null} />
      {text && <PublicLine text={text} />}
      {!text && <p className={styles.hint}>{t('article_not_saved_yet')}</p>}
      {text && !isArchived && <Next article={article} text={text} draft={draft} save={save} />}
    </>
  )
}

/** The four states in their order, and where the text is. */
function Way({ state }: { state: TextState | null }) {
  const { t } = useArticleWords()
  const at = state ? textStates.indexOf(state) : -1
  return (
    <ol className={styles.way} aria-label={t('article_state')}>
      {textStates.map((each, index) => (
        <li
          key={each}
          data-done={index < at || state === 'published'}
          data-now={index === at}
          aria-current={index === at ? 'step' : undefined}
        >
          <span className={styles.dot} aria-hidden>
            {index < at || state === 'published' ? <IconCheck size={12} /> : index + 1}
          </span>
          {t(`article_state_${each}`)}
        </li>
      ))}
    </ol>
  )
}

function PublicLine({ text }: { text: ArticleText }) {
  const { t, locale } = useArticleWords()
  if (text.published === null || !text.publishedAt)
    return <p className={styles.hint}>{t('article_not_public')}</p>
  const values = { revision: String(text.published), time: fullTime(locale, text.publishedAt) }
  return (
    <p className={styles.hint}>
      {t(text.published === text.newest ? 'article_public_since' : 'article_public_older', values)}
    </p>
  )
}

interface NextProps {
  article: Article
  text: ArticleText
  draft: TextDraft
  save: TextDraft['save']
}

type Asking = 'changes' | 'publish' | 'withdraw' | null

function Next({ article, text, draft, save }: NextProps) {
  const { t } = useArticleWords()
  const may = useMay()
  const [asking, setAsking] = useState<Asking>(null)
  const mayReview = may('articles.review')
  const steps = useSteps(article, text)
  const submit = async () => {
    const saved = draft.isTyped ? await save() : { revision: text.newest }
    if (saved) steps.submit(saved.revision)
  }
  const close = () => setAsking(null)
  return (
    <>
      {draft.isTyped && text.state !== 'draft' && (
        <p className={styles.hint}>{t('article_save_makes_draft')}</p>
      )}
      <div className={styles.next}>
        {text.state === 'draft' && (
          <Button loading={steps.isBusy} disabled={!draft.content.title.trim()} onClick={() => void submit()}>
            {t(draft.isTyped ? 'article_save_and_submit' : 'article_submit')}
          </Button>
        )}
        {text.state === 'in_review' && (
          <InReview text={text} isTyped={draft.isTyped} steps={steps} onAsk={() => setAsking('changes')} />
        )}
        {text.state === 'approved' &&
          (mayReview ? (
            <Approved
              text={text}
              isTyped={draft.isTyped}
              steps={steps}
              onPublish={() => setAsking('publish')}
            />
          ) : (
            <p>{t('article_publish_others')}</p>
          ))}
        {text.published !== null && mayReview && (
          <Button variant="subtle" color="gray" onClick={() => setAsking('withdraw')}>
            {t('article_withdraw')}
          </Button>
        )}
      </div>
      {asking === 'changes' && <ChangesDialog article={article} text={text} onClose={close} />}
      {asking === 'publish' && <PublishDialog article={article} text={text} onClose={close} />}
      {asking === 'withdraw' && <WithdrawDialog article={article} text={text} onClose={close} />}
    </>
  )
}

type Steps = ReturnType<typeof useSteps>

function useSteps({ id }: Article, { locale, newest }: ArticleText) {
  const deed = useArticleDeed()
  const params = { path: { id, locale } }
  return {
    isBusy: deed.isPending,
    submit: (revision: number) =>
      deed.mutate(() =>
        answer(api.POST('/api/articles/{id}/texts/{locale}/submit', { params, body: { revision } })),
      ),
    approve: () =>
      deed.mutate(() =>
        answer(api.POST('/api/articles/{id}/texts/{locale}/approve', { params, body: { revision: newest } })),
      ),
    unschedule: () =>
      deed.mutate(() => answer(api.POST('/api/articles/{id}/texts/{locale}/unschedule', { params }))),
  }
}

interface InReviewProps {
  text: ArticleText
  isTyped: boolean
  steps: Steps
  onAsk(): void
}

/** Approving is for somebody else than the authors; whoever can't is told why, and who can. */
function InReview({ text, isTyped, steps, onAsk }: InReviewProps) {
  const { t, locale } = useArticleWords()
  const me = useMe()
  const may = useMay()
  const names = (people: readonly { name: string }[]) =>
    new Intl.ListFormat(locale).format(people.map(({ name }) => name))
  const authors = new Set(text.authors.map(({ id }) => id))
  const reviewers = useStaff().filter(
    ({ id, role, disabled }) =>
      !disabled && !authors.has(id) && rolePermissions[role].includes('articles.review'),
  )
  const whoElse: ReactNode =
    reviewers.length > 0
      ? t('article_reviewers', { names: names(reviewers.slice(0, 5)) })
      : t('article_no_reviewer')
  if (!may('articles.review'))
    return (
      <p>
        {t('article_waits_for_review')} {whoElse}
      </p>
    )
  return (
    <>
      {authors.has(me.id) ? (
        <p>
          {t('article_own_work')} {whoElse}
        </p>
      ) : (
        <>
          <p>{t('article_written_by', { names: names(text.authors) || t('article_somebody') })}</p>
          <Button loading={steps.isBusy} disabled={isTyped} onClick={steps.approve}>
            {t('article_approve')}
          </Button>
        </>
      )}
      <Button variant="default" disabled={isTyped} onClick={onAsk}>
        {t('article_ask_changes')}
      </Button>
    </>
  )
}

interface ApprovedProps {
  text: ArticleText
  isTyped: boolean
  steps: Steps
  onPublish(): void
}

function Approved({ text, isTyped, steps, onPublish }: ApprovedProps) {
  const { t, locale } = useArticleWords()
  return (
    <>
      {text.publishAt && (
        <p role="status">{t('article_scheduled', { time: fullTime(locale, text.publishAt) })}</p>
      )}
      <Button disabled={isTyped} onClick={onPublish}>
        {t('article_publish')}
      </Button>
      {text.publishAt && (
        <Button variant="default" loading={steps.isBusy} onClick={steps.unschedule}>
          {t('article_unschedule')}
        </Button>
      )}
    </>
  )
}

/** Why somebody should look at the article, and the word that it still holds. */
function Attention({ article }: { article: Article }) {
  const { t, locale } = useArticleWords()
  const now = useNow()
  const { confirm, isBusy } = useWholeDeeds(article)
  const due = isDue(article, now)
  if (article.archivedAt || (!due && !article.affected)) return null
  return (
    <div className={styles.attention} role="status">
      {article.affected && (
        <p>
          <strong>{t('article_affected_since', { time: fullTime(locale, article.affected.at) })}</strong>{' '}
          {article.affected.note}
        </p>
      )}
      {due && <p>{t('article_review_was_due', { time: fullTime(locale, article.reviewDue ?? '') })}</p>}
      <Button variant="default" size="xs" loading={isBusy} onClick={confirm}>
        {t('article_still_right')}
      </Button>
    </div>
  )
}
