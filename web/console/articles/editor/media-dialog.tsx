// Asks what a picture or a film shows, for those who can't see it; a film also for its captions.
import { Button, FileButton, Select, Textarea } from '@mantine/core'
import type { Editor } from '@tiptap/core'
import { type FormEvent, useState } from 'react'
import { Dialog } from '../../look/dialog.tsx'
import { Fault } from '../../session/fault.tsx'
import { useArticleWords } from '../language/article-words.tsx'
import styles from './editor.module.css'
import { captionsAs, captionsOf } from './markdown/nodes.ts'
import type { UploadFile } from './use-media.ts'

interface Props {
  editor: Editor
  at: number
  /** The article's language, which captions mostly have. */
  locale: string
  upload: UploadFile
  onClose(): void
}

export function MediaDialog({ editor, at, locale, upload, onClose }: Props) {
  const { t } = useArticleWords()
  const node = editor.state.doc.nodeAt(at)
  const isFilm = node?.type.name === 'video'
  const [alt, setAlt] = useState(String(node?.attrs.alt ?? ''))
  const [title, setTitle] = useState((node?.attrs.title ?? null) as string | null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onClose()
    if (!node || editor.state.doc.nodeAt(at)?.type !== node.type) return
    editor
      .chain()
      .focus()
      .setNodeSelection(at)
      .updateAttributes(node.type.name, { alt: alt.trim(), title })
      .run()
  }
  return (
    <Dialog onClose={onClose} title={t(isFilm ? 'editor_film' : 'editor_picture')}>
      <form onSubmit={submit} className={styles.dialog}>
        {!isFilm && <img src={String(node?.attrs.src ?? '')} alt="" className={styles.preview} />}
        <Textarea
          label={t(isFilm ? 'editor_film_title' : 'editor_alt')}
          description={t(isFilm ? 'editor_film_title_hint' : 'editor_alt_hint')}
          value={alt}
          maxLength={300}
          autosize
          minRows={2}
          dir="auto"
          data-autofocus
          onChange={event => setAlt(event.currentTarget.value)}
        />
        {isFilm && <Captions title={title} locale={locale} upload={upload} onChange={setTitle} />}
        <Button type="submit" disabled={!alt.trim()} className={styles.last}>
          {t('save')}
        </Button>
      </form>
    </Dialog>
  )
}

interface CaptionsProps {
  title: string | null
  locale: string
  upload: UploadFile
  onChange(title: string | null): void
}

const captionLocales = [
  'en',
  'zh',
  'zh-Hant',
  'ja',
  'ko',
  'es',
  'fr',
  'de',
  'ru',
  'tr',
  'vi',
  'id',
  'pt',
  'ar',
  'fa',
  'he',
]

function Captions({ title, locale, upload, onChange }: CaptionsProps) {
  const { t, locale: own } = useArticleWords()
  const captions = captionsOf(title)
  const [wanted, setWanted] = useState(captions?.locale ?? locale)
  const [progress, setProgress] = useState<number | null>(null)
  const [fault, setFault] = useState<unknown>(null)
  const names = new Intl.DisplayNames(own, { type: 'language' })
  const send = (file: File | null) => {
    if (!file) return
    setProgress(0)
    setFault(null)
    upload(file, setProgress)
      .then(({ url }) => onChange(captionsAs(url, wanted)), setFault)
      .finally(() => setProgress(null))
  }
  return (
    <fieldset className={styles.captions}>
      <legend>{t('editor_captions')}</legend>
      <p className={styles.hint}>
        {captions
          ? t('editor_captions_there', { language: names.of(captions.locale) })
          : t('editor_captions_hint')}
      </p>
      <Fault error={fault} />
      <div className={styles.row}>
        <Select
          aria-label={t('editor_captions_language')}
          allowDeselect={false}
          data={[...new Set([wanted, ...captionLocales])].map(value => ({
            value,
            label: names.of(value) ?? value,
          }))}
          value={wanted}
          onChange={value => {
            if (!value) return
            setWanted(value)
            if (captions) onChange(captionsAs(captions.src, value))
          }}
        />
        <FileButton accept=".vtt,text/vtt" onChange={send}>
          {props => (
            <Button variant="default" loading={progress !== null} {...props}>
              {t('editor_captions_choose')}
            </Button>
          )}
        </FileButton>
        {captions && (
          <Button variant="subtle" color="rust" onClick={() => onChange(null)}>
            {t('editor_captions_remove')}
          </Button>
        )}
      </div>
    </fieldset>
  )
}
