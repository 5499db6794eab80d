// Where answers and notes are written: two tabs that can't be mistaken for each other, with everything at hand by key.
import { IconAlertTriangle } from '@tabler/icons-react'
import {
  type DragEvent,
  type KeyboardEvent,
  lazy,
  Suspense,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react'
import type { Conversation, StaffEntry } from '../../../contract/conversations.ts'
import { classes } from '../../kit/classes.ts'
import { Growing } from '../../kit/growing.tsx'
import { type Command, useCommands } from '../commands/commands.tsx'
import { useWords } from '../language/words.tsx'
import { useComposerMacro } from '../macros/use-composer-macro.ts'
import { WaitingMacro } from '../macros/waiting-macro.tsx'
import { preferences } from '../notices/preferences.ts'
import styles from './composer.module.css'
import { ComposerBar } from './composer-bar.tsx'
import { FittingArticles } from './fitting-articles.tsx'
import { RecipientFields, RecipientsButton } from './recipients.tsx'
import { takeReturned } from './returned.ts'
import { Suggestions } from './suggestions.tsx'
import { Unsent } from './unsent.tsx'
import { Uploads } from './uploads.tsx'
import { insertArticle, type OfferedArticle, useFittingArticles } from './use-articles.ts'
import { type Kind, useDraft } from './use-draft.ts'
import { useMeanwhile } from './use-meanwhile.ts'
import { useRecipients } from './use-recipients.ts'
import { type Then, useSend } from './use-send.ts'
import { useSuggestions } from './use-suggestions.ts'
import { useTyping } from './use-typing.ts'
import { useUploads } from './use-uploads.ts'

const ArticleDialog = lazy(() =>
  import('./article-dialog.tsx').then(module => ({ default: module.ArticleDialog })),
)

interface Props {
  conversation: Conversation
  entries: readonly StaffEntry[]
}

export function Composer({ conversation, entries }: Props) {
  const { t } = useWords()
  const { id } = conversation
  const [kind, setKind] = useState<Kind>(
    conversation.status === 'closed' || conversation.sideOf ? 'note' : 'message',
  )
  const draft = useDraft(id, kind)
  const uploads = useUploads()
  const recipients = useRecipients(conversation)
  const field = useRef<HTMLTextAreaElement>(null)
  const text = draft.text
  const meanwhile = useMeanwhile(entries, text.trim() !== '' && kind === 'message')
  const isClosed = conversation.status === 'closed' || conversation.sideOf !== null
  const macro = useComposerMacro({
    conversation,
    seen: meanwhile.seen,
    isClosed,
    write: answer => {
      setKind('message')
      draft.restore('message', answer)
      requestAnimationFrame(() => field.current?.focus())
    },
    sent: draft.sent,
  })
  const [isFindingArticle, setFindingArticle] = useState(false)
  const [isArticlesHidden, setArticlesHidden] = useState(false)
  const isOffering = kind === 'message' && !conversation.sideOf && !isArticlesHidden
  const fitting = useFittingArticles(conversation, entries, isOffering)
  const insert = (article: OfferedArticle) => insertArticle(article, draft.text, draft.setText, field)
  const suggestions = useSuggestions({
    conversation,
    kind,
    text,
    setText: draft.setText,
    field,
    onMacro: macro.begin,
  })
  const send = useSend({
    conversation,
    kind,
    draft,
    uploads,
    recipients,
    seen: meanwhile.seen,
    mentioned: suggestions.mentioned,
  })
  useTyping(id, kind === 'message' && text !== '', text)
  const hasMacro = macro.waiting !== null && kind === 'message'
  const isMore = uploads.done.length > 0 || (recipients.isThere && recipients.isChosen)
  const isReady = send.isReady && !(hasMacro && (isMore || macro.isRunning))

  const write = (next: Kind) => {
    setKind(next)
    // Now, not a frame later: who pressed the key types on.
    field.current?.focus()
  }
  // A canned reply belongs into an answer: from a note, the key leads there first.
  const openCanned = () => (kind === 'message' ? suggestions.openCanned() : write('message'))
  const findArticle = () => {
    write('message')
    setFindingArticle(true)
  }
  useComposerCommands({ isClosed, write, openCanned, findArticle })
  const onReturned = useEffectEvent((sending: Parameters<Parameters<typeof takeReturned>[1]>[0]) => {
    setKind(sending.entry.kind)
    draft.restore(sending.entry.kind, sending.entry.body)
    uploads.restore(sending.files)
    recipients.restore(sending.mail)
    requestAnimationFrame(() => field.current?.focus())
  })
  useEffect(() => takeReturned(id, sending => onReturned(sending)), [id])

  const submit = (then?: Then) => {
    if (!isReady) return
    if (hasMacro) macro.send(text.trim())
    else if (!send.send(then)) return
    field.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (suggestions.onKeyDown(event) || event.nativeEvent.isComposing) return
    const isMod = event.metaKey || event.ctrlKey
    if (event.key === 'Escape') field.current?.blur()
    if (event.key !== 'Enter' || (!isMod && (!preferences().enterSends || event.shiftKey))) return
    event.preventDefault()
    submit(isMod && event.shiftKey ? 'solved' : undefined)
  }
  const [isOver, setOver] = useState(false)
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    uploads.add(event.dataTransfer.files)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dropping files has a button beside it
    <section
      className={classes(styles.composer, isOver && styles.over)}
      data-kind={kind}
      aria-label={t(kind === 'note' ? 'note' : 'reply')}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <div className={styles.tabs}>
        <div role="tablist" aria-label={t('write')}>
          {(['message', 'note'] as const).map(each => (
            <button
              key={each}
              type="button"
              role="tab"
              id={`tab-${each}`}
              aria-controls="composer-panel"
              aria-selected={kind === each}
              disabled={each === 'message' && isClosed}
              onClick={() => write(each)}
            >
              {t(each === 'note' ? 'note' : 'reply')}
            </button>
          ))}
        </div>
        <span className={styles.whom}>
          {conversation.sideOf
            ? t(conversation.team ? 'side_lead' : 'side_lead_colleague')
            : kind === 'note'
              ? t('note_for_desk')
              : t('reply_to', { name: conversation.customer.name ?? t('visitor') })}
        </span>
        {kind === 'message' && recipients.isThere && <RecipientsButton recipients={recipients} />}
      </div>
      {kind === 'message' && recipients.isThere && recipients.isOpen && (
        <RecipientFields recipients={recipients} />
      )}
      {meanwhile.author && (
        <div className={styles.warning} role="alert">
          <IconAlertTriangle size={16} aria-hidden />
          <span>{t('answered_meanwhile', { name: meanwhile.author })}</span>
          <button type="button" onClick={meanwhile.accept}>
            {t('understood')}
          </button>
        </div>
      )}
      {hasMacro && macro.waiting && (
        <WaitingMacro macro={macro.waiting} isMore={isMore} onDrop={macro.drop} />
      )}
      {kind === 'message' && <Unsent conversation={conversation} />}
      {isOffering && fitting.length > 0 && (
        <FittingArticles articles={fitting} onInsert={insert} onHide={() => setArticlesHidden(true)} />
      )}
      {isFindingArticle && (
        <Suspense>
          <ArticleDialog
            locale={conversation.locale}
            onChoose={insert}
            onClose={() => setFindingArticle(false)}
          />
        </Suspense>
      )}
      <div id="composer-panel" role="tabpanel" aria-labelledby={`tab-${kind}`} className={styles.panel}>
        {suggestions.open && <Suggestions {...suggestions.open} onChoose={suggestions.choose} />}
        <Growing
          ref={field}
          label={t(kind === 'note' ? 'note' : 'reply')}
          placeholder={kind === 'note' ? t('note_placeholder') : t('reply_placeholder')}
          maxLength={20_000}
          value={text}
          onChange={draft.setText}
          onKeyDown={onKeyDown}
          onSelect={suggestions.look}
          onBlur={suggestions.close}
          onPaste={event => {
            if (event.clipboardData.files.length === 0) return
            event.preventDefault()
            uploads.add(event.clipboardData.files)
          }}
          aria={suggestions.aria}
        />
        <Uploads uploads={uploads} />
      </div>
      <ComposerBar
        kind={kind}
        draft={draft}
        uploads={uploads}
        isReady={isReady}
        isPlain={hasMacro}
        onSend={submit}
        onCanned={openCanned}
        onArticle={findArticle}
      />
    </section>
  )
}

interface CommandParts {
  isClosed: boolean
  write(kind: Kind): void
  openCanned(): void
  findArticle(): void
}

function useComposerCommands({ isClosed, write, openCanned, findArticle }: CommandParts): void {
  const { t } = useWords()
  const note: Command = { id: 'note', group: 'answer', label: t('note'), keys: 'n', run: () => write('note') }
  const answering: Command[] = [
    { id: 'reply', group: 'answer', label: t('reply'), keys: 'r', run: () => write('message') },
    { id: 'canned', group: 'answer', label: t('canned_replies'), keys: '/', run: openCanned },
    { id: 'article', group: 'answer', label: t('article_find'), run: findArticle },
  ]
  useCommands(isClosed ? [note] : [...answering, note])
}
