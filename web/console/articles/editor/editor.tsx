// The editor of an article's body: what it looks like on top, Markdown underneath.
import { EditorContent } from '@tiptap/react'
import { type RefObject, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { ArticleWordsProvider, useArticleWords } from '../language/article-words.tsx'
import type { ArticleEditorProps } from './article-editor.tsx'
import type { Block } from './blocks.tsx'
import { countWords } from './count-words.ts'
import styles from './editor.module.css'
import { FeesDialog } from './fees-dialog.tsx'
import { HereBar } from './here-bar.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { MainBar } from './main-bar.tsx'
import { MediaDialog } from './media-dialog.tsx'
import { OnTheirWay } from './on-their-way.tsx'
import { pasteProps } from './paste.ts'
import { SlashMenu, type TakeKey } from './slash-menu.tsx'
import { SourceField } from './source-field.tsx'
import text from './text.module.css'
import { useMarkdownEditor } from './use-markdown-editor.ts'
import { useMedia } from './use-media.ts'

type Asking = { what: 'link' } | { what: 'fees' } | { what: 'media'; at: number }

export default function Editor(props: ArticleEditorProps) {
  return (
    <ArticleWordsProvider>
      <InLanguage {...props} />
    </ArticleWordsProvider>
  )
}

/** In another language it begins anew, with the text as it is by then. */
function InLanguage(props: ArticleEditorProps) {
  const { locale } = useArticleWords()
  return <Body key={locale} {...props} />
}

function Body(props: ArticleEditorProps) {
  const { value, onChange, label, locale, direction, readOnly = false, articles, upload } = props
  const { t } = useArticleWords()
  const [asking, setAsking] = useState<Asking | null>(null)
  const [isSource, setSource] = useState(false)
  const [dropped, setDropped] = useState(0)
  const takeKeyRef = useRef<TakeKey | null>(null)
  const [arrived, setArrived] = useState<{ files: File[]; at?: number | undefined } | null>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const onKey = useEffectEvent((event: KeyboardEvent) =>
    keyTaken(event, takeKeyRef, () => setAsking({ what: 'link' })),
  )
  const [editorProps] = useState(() => ({
    ...pasteProps({ files: (files, at) => setArrived({ files, at }), picturesDropped: setDropped }),
    handleKeyDown: (_view: unknown, event: KeyboardEvent) => onKey(event),
  }))
  const editor = useMarkdownEditor({
    value,
    onChange,
    label,
    locale,
    direction,
    readOnly,
    props: editorProps,
  })
  const media = useMedia(editor, upload, at => setAsking({ what: 'media', at }))
  const send = useEffectEvent(media.add)
  useEffect(() => {
    if (!arrived) return
    send(arrived.files, arrived.at)
    setArrived(null)
  }, [arrived])
  const insert = (block: Block) => {
    if (block.id === 'fees') return setAsking({ what: 'fees' })
    if (!block.file) return void block.run?.(editor.chain().focus()).run()
    if (!chooser.current) return
    chooser.current.accept = block.file === 'image' ? 'image/*' : 'video/mp4,video/webm'
    chooser.current.click()
  }
  const close = () => setAsking(null)
  return (
    <div className={styles.editor}>
      {!readOnly && (
        <div className={styles.bars}>
          <MainBar
            editor={editor}
            isSource={isSource}
            onSource={() => setSource(!isSource)}
            onLink={() => setAsking({ what: 'link' })}
            onBlock={insert}
          />
          {!isSource && (
            <HereBar
              editor={editor}
              onLink={() => setAsking({ what: 'link' })}
              onMedia={at => setAsking({ what: 'media', at })}
            />
          )}
        </div>
      )}
      <OnTheirWay media={media} dropped={dropped} onSeen={() => setDropped(0)} />
      {isSource ? (
        <SourceField
          label={label}
          locale={locale}
          direction={direction}
          value={value}
          readOnly={readOnly}
          onChange={onChange}
        />
      ) : (
        <EditorContent editor={editor} className={text.text} />
      )}
      {!isSource && !readOnly && <SlashMenu editor={editor} takeKeyRef={takeKeyRef} onBlock={insert} />}
      <footer className={styles.foot}>
        <Count value={value} />
        {!readOnly && <span>{t('editor_keys_hint')}</span>}
      </footer>
      <input
        ref={chooser}
        type="file"
        hidden
        onChange={({ currentTarget }) => {
          media.add(currentTarget.files ?? [])
          currentTarget.value = ''
        }}
      />
      {asking?.what === 'link' && <LinkDialog editor={editor} articles={articles} onClose={close} />}
      {asking?.what === 'fees' && <FeesDialog editor={editor} onClose={close} />}
      {asking?.what === 'media' && (
        <MediaDialog editor={editor} at={asking.at} locale={locale} upload={upload} onClose={close} />
      )}
    </div>
  )
}

/** While a word is being composed, the keys belong to the input method. */
function keyTaken(event: KeyboardEvent, menu: RefObject<TakeKey | null>, onLink: () => void): boolean {
  if (event.isComposing) return false
  if (menu.current?.(event)) return true
  const isMod = event.metaKey || event.ctrlKey
  if (isMod && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k') {
    event.preventDefault()
    onLink()
    return true
  }
  if (event.altKey && event.key === 'F10') {
    const bar = (event.target as Element)
      .closest(`.${styles.editor}`)
      ?.querySelector<HTMLElement>('[role=toolbar] [tabindex="0"]')
    bar?.focus()
    return Boolean(bar)
  }
  return false
}

function Count({ value }: { value: string }) {
  const { t } = useArticleWords()
  const count = useMemo(() => countWords(value), [value])
  return <span>{t('editor_words', { count })}</span>
}
