// One text of an article: what it says, beside it the original it translates, and the panel with what is next.
import { Button, Switch } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDeviceFloppy } from '@tabler/icons-react'
import { useState } from 'react'
import type { Article } from '../../../contract/articles.ts'
import { Keys } from '../../kit/keys.tsx'
import { Tabs, tabId } from '../../kit/tabs.tsx'
import { useCommands } from '../commands/commands.tsx'
import { languageName } from '../language/languages.ts'
import { Fault } from '../session/fault.tsx'
import styles from './article.module.css'
import { ArticleSettingsForm } from './article-settings.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import { History } from './history.tsx'
import { useArticleWords } from './language/article-words.tsx'
import { OutdatedNotice } from './outdated-notice.tsx'
import { TextFields } from './text-fields.tsx'
import { TextSteps } from './text-steps.tsx'
import { type TextDraft, useTextDraft } from './use-text-draft.ts'

const parts = ['state', 'settings', 'history'] as const
type Part = (typeof parts)[number]
const panel = 'article-side'

export function TextScreen({ article, locale }: { article: Article; locale: string }) {
  const { t } = useArticleWords()
  const draft = useTextDraft(article, locale)
  const [part, setPart] = useState<Part>('state')
  const isArchived = article.archivedAt !== null
  const save = useSave(draft)
  const mayWrite = !isArchived && draft.content.title.trim() !== ''
  useCommands(
    isArchived
      ? []
      : [
          {
            id: 'save',
            group: 'desk',
            label: t('save'),
            keys: 'mod+s',
            run: () => mayWrite && draft.isTyped && void save(),
          },
        ],
  )
  return (
    <div className={styles.screen}>
      <div className={styles.main}>
        <FromBefore draft={draft} />
        <Fault error={draft.error} />
        <Texts article={article} locale={locale} draft={draft} isArchived={isArchived} />
        {!isArchived && (
          <div className={styles.saveBar}>
            <span role="status">{t(draft.isTyped ? 'article_unsaved' : 'article_all_saved')}</span>
            <span className={styles.keys}>
              <Keys combo="mod+s" />
            </span>
            <Button
              leftSection={<IconDeviceFloppy size={16} />}
              loading={draft.isSaving}
              disabled={!mayWrite || !draft.isTyped}
              onClick={() => void save()}
            >
              {t('save')}
            </Button>
          </div>
        )}
      </div>
      <aside className={styles.side} aria-label={t('article_about')}>
        <Tabs<Part>
          label={t('article_about')}
          panel={panel}
          value={part}
          onChange={setPart}
          tabs={parts.map(value => ({ value, label: t(`article_part_${value}`) }))}
        />
        <div id={panel} role="tabpanel" aria-labelledby={tabId(panel, part)} className={styles.part}>
          {part === 'state' && <TextSteps article={article} locale={locale} draft={draft} save={save} />}
          {part === 'settings' && <ArticleSettingsForm article={article} />}
          {part === 'history' && <History article={article} locale={locale} isTyped={draft.isTyped} />}
        </div>
      </aside>
      {draft.conflict && <ConflictDialog conflict={draft.conflict} draft={draft} save={save} />}
    </div>
  )
}

/** Saves, and says where somebody else had saved meanwhile. */
function useSave(draft: TextDraft): TextDraft['save'] {
  const { t } = useArticleWords()
  return async () => {
    const done = await draft.save()
    if (done?.merged)
      notifications.show({ message: t('article_merged'), autoClose: 8_000, withCloseButton: false })
    return done
  }
}

/** Where two texts don't fit beside each other. */
const narrow = '(max-width: 767px)'

interface TextsProps {
  article: Article
  locale: string
  draft: TextDraft
  isArchived: boolean
}

/** The original alone, or a translation beside it. */
function Texts({ article, locale, draft, isArchived }: TextsProps) {
  const { t, locale: own } = useArticleWords()
  const [isBeside, setBeside] = useState(() => !matchMedia(narrow).matches)
  const original = article.texts.find(text => text.locale === article.originalLocale)
  const isTranslation = locale !== article.originalLocale
  const fields = (
    <TextFields content={draft.content} locale={locale} onChange={isArchived ? undefined : draft.set} />
  )
  if (!isTranslation || !original) return <div className={styles.text}>{fields}</div>
  return (
    <>
      <OutdatedNotice article={article} locale={locale} draft={draft} />
      <Switch
        label={t('article_beside')}
        checked={isBeside}
        onChange={event => setBeside(event.currentTarget.checked)}
      />
      <div className={styles.pair} data-beside={isBeside}>
        {isBeside && (
          <section className={styles.text} aria-label={t('article_original')}>
            <h2>{t('article_original_in', { language: languageName(own, original.locale) })}</h2>
            <TextFields content={original.content} locale={original.locale} />
          </section>
        )}
        <section className={styles.text} aria-label={t('article_translation')}>
          <h2>{t('article_translation_in', { language: languageName(own, locale) })}</h2>
          {fields}
        </section>
      </div>
    </>
  )
}

/** What was typed and not saved when this page was last open. */
function FromBefore({ draft }: { draft: TextDraft }) {
  const { t } = useArticleWords()
  if (!draft.isFromBefore) return null
  return (
    <div className={styles.banner} role="status">
      <IconDeviceFloppy size={18} aria-hidden />
      <span>{t('article_from_before')}</span>
      <Button variant="default" size="xs" onClick={draft.discard}>
        {t('discard')}
      </Button>
    </div>
  )
}
