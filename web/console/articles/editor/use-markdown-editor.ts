// The editor over its Markdown: what is typed is told as Markdown, and Markdown that comes from elsewhere is shown.

import type { Editor, JSONContent } from '@tiptap/core'
import type { Node as DocumentNode } from '@tiptap/pm/model'
import type { EditorProps } from '@tiptap/pm/view'
import { useEditor } from '@tiptap/react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useArticleWords } from '../language/article-words.tsx'
import type { Node } from './markdown/nodes.ts'
import { readArticle, type Spelling, writeArticle } from './markdown/spelling.ts'
import { writeBlock } from './markdown/write-blocks.ts'
import { articleSchema } from './schema/schema.ts'
import { uploadPlaces } from './schema/upload-places.ts'

interface Options {
  value: string
  onChange(markdown: string): void
  label: string
  locale: string
  direction: 'ltr' | 'rtl'
  readOnly: boolean
  props: EditorProps
}

export function useMarkdownEditor({ value, onChange, label, locale, direction, readOnly, props }: Options) {
  const { t } = useArticleWords()
  const [start] = useState(() => readArticle(value))
  const spelling = useRef<Spelling>(start.spelling)
  /** The text that the editor shows: what comes back from outside unchanged is no news. */
  const shown = useRef(value)
  const [extensions] = useState(() => [
    ...articleSchema({ note: t('editor_note'), tip: t('editor_tip'), warning: t('editor_warning') }),
    uploadPlaces,
  ])
  const tell = useEffectEvent((editor: Editor) => {
    const markdown = markdownOf(editor.state.doc, spelling.current)
    if (markdown === shown.current) return
    shown.current = markdown
    onChange(markdown)
  })
  const editor = useEditor({
    extensions,
    content: start.doc as JSONContent,
    editable: !readOnly,
    injectCSS: false,
    onUpdate: ({ editor: changed }) => tell(changed),
    editorProps: {
      ...props,
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        lang: locale,
        dir: direction,
        spellcheck: 'true',
      },
    },
  })
  useEffect(() => {
    if (value === shown.current) return
    const { doc, spelling: written } = readArticle(value)
    spelling.current = written
    shown.current = value
    editor.commands.setContent(doc as JSONContent, { emitUpdate: false })
  }, [editor, value])
  useEffect(() => editor.setEditable(!readOnly, false), [editor, readOnly])
  return editor
}

const written = new WeakMap<DocumentNode, { node: Node; normal: string }>()

/** Only blocks that changed are written anew. */
function markdownOf(doc: DocumentNode, spelling: Spelling): string {
  const blocks = doc.children.map(block => {
    let known = written.get(block)
    if (!known) {
      const node = block.toJSON() as Node
      known = { node, normal: writeBlock(node) }
      written.set(block, known)
    }
    return known
  })
  return writeArticle(blocks, spelling)
}
