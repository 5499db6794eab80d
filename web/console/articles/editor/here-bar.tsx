// The tools for what the caret is in: a table, a callout, a list, a code block, a link, a picture or a film.
import { Button } from '@mantine/core'
import type { ChainedCommands, Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { type ReactNode } from 'react'
import { type ArticleKey, useArticleWords } from '../language/article-words.tsx'
import styles from './editor.module.css'
import { calloutKinds } from './markdown/nodes.ts'
import { Toolbar } from './toolbar.tsx'

interface Props {
  editor: Editor
  onLink(): void
  onMedia(at: number): void
}

type Use = (run: (chain: ChainedCommands) => ChainedCommands) => void

export function HereBar({ editor, onLink, onMedia }: Props) {
  const { t } = useArticleWords()
  const here = useHere(editor)
  const use: Use = run => run(editor.chain().focus()).run()
  const groups: ReactNode[] = []
  if (here.media) {
    groups.push(<MediaTools key="media" media={here.media} use={use} onMedia={onMedia} />)
  }
  if (here.href !== null) groups.push(<LinkTools key="link" href={here.href} use={use} onLink={onLink} />)
  if (here.language !== null) {
    groups.push(<LanguageField key={`code-${here.codeAt}`} editor={editor} language={here.language} />)
  }
  if (here.inTable) groups.push(<TableTools key="table" use={use} />)
  if (here.inList) groups.push(<Deeds key="list" deeds={listDeeds} use={use} />)
  if (here.callout) groups.push(<CalloutTools key="callout" kind={here.callout} use={use} />)
  if (groups.length === 0) return null
  return (
    <div className={styles.here}>
      <Toolbar label={t('editor_here')} onLeave={() => editor.commands.focus()}>
        {groups}
      </Toolbar>
    </div>
  )
}

const useHere = (editor: Editor) =>
  useEditorState({
    editor,
    selector: ({ editor: one }) => {
      const { selection } = one.state
      const node =
        'node' in selection ? (selection.node as { type: { name: string }; attrs: { alt?: string } }) : null
      const isMedia = node?.type.name === 'image' || node?.type.name === 'video'
      return {
        media: isMedia
          ? { at: selection.from, alt: String(node.attrs.alt ?? ''), isFilm: node.type.name === 'video' }
          : null,
        href: one.isActive('link') ? String(one.getAttributes('link').href ?? '') : null,
        language: one.isActive('codeBlock') ? String(one.getAttributes('codeBlock').language ?? '') : null,
        codeAt: selection.$from.depth > 0 ? selection.$from.before() : 0,
        inTable: one.isActive('table'),
        inList: one.isActive('listItem'),
        callout: one.isActive('callout') ? String(one.getAttributes('callout').kind) : null,
      }
    },
  })

interface Deed {
  name: ArticleKey
  run(chain: ChainedCommands): ChainedCommands
  isRemoval?: boolean
}

const tableDeeds: Deed[] = [
  { name: 'editor_row_above', run: chain => chain.addRowBefore() },
  { name: 'editor_row_below', run: chain => chain.addRowAfter() },
  { name: 'editor_row_delete', run: chain => chain.deleteRow(), isRemoval: true },
  { name: 'editor_column_before', run: chain => chain.addColumnBefore() },
  { name: 'editor_column_after', run: chain => chain.addColumnAfter() },
  { name: 'editor_column_delete', run: chain => chain.deleteColumn(), isRemoval: true },
  { name: 'editor_header_row', run: chain => chain.toggleHeaderRow() },
  { name: 'editor_table_delete', run: chain => chain.deleteTable(), isRemoval: true },
]
const listDeeds: Deed[] = [
  { name: 'editor_nest', run: chain => chain.sinkListItem('listItem') },
  { name: 'editor_unnest', run: chain => chain.liftListItem('listItem') },
]

function Deeds({ deeds, use }: { deeds: readonly Deed[]; use: Use }) {
  const { t } = useArticleWords()
  return deeds.map(({ name, run, isRemoval }) => (
    <Small key={name} isRemoval={isRemoval} onUse={() => use(run)}>
      {t(name)}
    </Small>
  ))
}

const TableTools = ({ use }: { use: Use }) => <Deeds deeds={tableDeeds} use={use} />

function CalloutTools({ kind, use }: { kind: string; use: Use }) {
  const { t } = useArticleWords()
  return (
    <>
      {calloutKinds.map(one => (
        <Small key={one} isOn={one === kind} onUse={() => use(chain => chain.setCallout(one))}>
          {t(`editor_${one}`)}
        </Small>
      ))}
      <Small isRemoval onUse={() => use(chain => chain.unsetCallout())}>
        {t('editor_callout_remove')}
      </Small>
    </>
  )
}

function LinkTools({ href, use, onLink }: { href: string; use: Use; onLink(): void }) {
  const { t } = useArticleWords()
  return (
    <>
      <bdi className={styles.address}>{href}</bdi>
      <Small onUse={onLink}>{t('editor_link_change')}</Small>
      <Small isRemoval onUse={() => use(chain => chain.unlink())}>
        {t('editor_unlink')}
      </Small>
    </>
  )
}

interface MediaProps {
  media: { at: number; alt: string; isFilm: boolean }
  use: Use
  onMedia(at: number): void
}

function MediaTools({ media, use, onMedia }: MediaProps) {
  const { t } = useArticleWords()
  return (
    <>
      <span className={styles.address} data-missing={!media.alt}>
        {media.alt || t('editor_alt_missing')}
      </span>
      <Small onUse={() => onMedia(media.at)}>
        {t(media.isFilm ? 'editor_film_change' : 'editor_alt_change')}
      </Small>
      <Small isRemoval onUse={() => use(chain => chain.deleteSelection())}>
        {t(media.isFilm ? 'editor_film_remove' : 'editor_picture_remove')}
      </Small>
    </>
  )
}

function LanguageField({ editor, language }: { editor: Editor; language: string }) {
  const { t } = useArticleWords()
  return (
    <label className={styles.language}>
      {t('editor_language')}
      <input
        defaultValue={language}
        maxLength={40}
        spellCheck={false}
        autoCapitalize="off"
        placeholder="json"
        onChange={event =>
          editor.commands.updateAttributes('codeBlock', {
            language: event.currentTarget.value.replace(/[`\s]/g, '') || null,
          })
        }
        onKeyDown={event => event.key === 'Enter' && editor.commands.focus()}
      />
    </label>
  )
}

interface SmallProps {
  isOn?: boolean
  isRemoval?: boolean | undefined
  children: ReactNode
  onUse(): void
}

function Small({ isOn, isRemoval = false, children, onUse }: SmallProps) {
  return (
    <Button
      size="compact-sm"
      variant={isOn ? 'light' : 'subtle'}
      color={isRemoval ? 'rust' : isOn ? undefined : 'gray'}
      aria-pressed={isOn}
      className={styles.small}
      onMouseDown={event => event.preventDefault()}
      onClick={onUse}
    >
      {children}
    </Button>
  )
}
