// The menu behind `/`: what is typed after it narrows the blocks down, and the text keeps the caret.
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { type RefObject, useEffect, useEffectEvent, useId, useState } from 'react'
import { useArticleWords } from '../language/article-words.tsx'
import { type Block, blocks, findBlocks } from './blocks.tsx'
import styles from './editor.module.css'

/** Takes the keys that belong to the menu while it is open. */
export type TakeKey = (event: KeyboardEvent) => boolean

interface Props {
  editor: Editor
  takeKeyRef: RefObject<TakeKey | null>
  onBlock(block: Block): void
}

const typed = /(?:^|\s)\/([\p{L}\p{N}]{0,20})$/u

export function SlashMenu({ editor, takeKeyRef, onBlock }: Props) {
  const { t } = useArticleWords()
  const id = useId()
  const slash = useSlash(editor)
  const [closedAt, setClosedAt] = useState<number | null>(null)
  const [at, setAt] = useState(0)
  const options =
    slash && slash.from !== closedAt ? findBlocks(blocks, slash.word, block => t(block.name)) : []
  const isOpen = options.length > 0
  const chosen = isOpen ? options[at % options.length] : undefined
  const choose = (block: Block) => {
    if (!slash) return
    editor.chain().focus().deleteRange({ from: slash.from, to: slash.to }).run()
    onBlock(block)
  }
  const onKey = useEffectEvent((event: KeyboardEvent): boolean => {
    if (!isOpen || !slash || event.isComposing) return false
    if (event.key === 'Escape') setClosedAt(slash.from)
    else if (event.key === 'ArrowDown') setAt((at + 1) % options.length)
    else if (event.key === 'ArrowUp') setAt((at + options.length - 1) % options.length)
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen) choose(chosen)
    else return false
    return true
  })
  useEffect(() => {
    takeKeyRef.current = event => onKey(event)
    return () => {
      takeKeyRef.current = null
    }
  }, [takeKeyRef])
  useEffect(() => setAt(0), [slash?.word, slash?.from])
  useEffect(() => {
    if (!slash) setClosedAt(null)
  }, [slash])
  const optionId = chosen && `${id}-${chosen.id}`
  useActiveOption(editor, isOpen ? id : null, optionId)
  if (!isOpen || !slash) return null
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t('editor_insert')}
      className={styles.slash}
      style={placeOf(editor, slash.from)}
    >
      {options.map(block => (
        <div
          key={block.id}
          id={`${id}-${block.id}`}
          role="option"
          tabIndex={-1}
          aria-selected={block === chosen}
          onMouseDown={event => {
            event.preventDefault()
            choose(block)
          }}
        >
          {block.icon}
          {t(block.name)}
        </div>
      ))}
    </div>
  )
}

interface Slash {
  from: number
  to: number
  word: string
}

const useSlash = (editor: Editor): Slash | null =>
  useEditorState({
    editor,
    selector: ({ editor: { state, view, isEditable } }): Slash | null => {
      const { $from, empty } = state.selection
      if (!empty || !isEditable || view.composing || !$from.parent.isTextblock || $from.parent.type.spec.code)
        return null
      if ($from.marks().some(({ type }) => type.name === 'code')) return null
      const before = $from.parent.textBetween(
        Math.max(0, $from.parentOffset - 24),
        $from.parentOffset,
        '',
        '\uFFFC',
      )
      const word = typed.exec(before)?.[1]
      return word === undefined ? null : { from: $from.pos - word.length - 1, to: $from.pos, word }
    },
  })

/** Tells those who hear the page which entry is meant while the text has the focus. */
function useActiveOption(editor: Editor, list: string | null, option: string | undefined): void {
  useEffect(() => {
    const { dom } = editor.view
    if (!list || !option) {
      for (const name of ['aria-controls', 'aria-activedescendant']) dom.removeAttribute(name)
      return
    }
    dom.setAttribute('aria-controls', list)
    dom.setAttribute('aria-activedescendant', option)
    document.getElementById(option)?.scrollIntoView({ block: 'nearest' })
  }, [editor, list, option])
}

const width = 232
const height = 300

/** Beside the caret, and within the window. */
function placeOf(editor: Editor, at: number) {
  const { left, top, bottom } = editor.view.coordsAtPos(at)
  const isLow = bottom + height > window.innerHeight && top > height
  return {
    left: Math.max(8, Math.min(left, window.innerWidth - width - 8)),
    ...(isLow ? { bottom: window.innerHeight - top + 4 } : { top: bottom + 4 }),
  }
}
