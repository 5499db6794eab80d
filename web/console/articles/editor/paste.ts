// What comes from the clipboard or is dropped: files are uploaded, pages are cleaned, and Markdown is read as Markdown.
import { type Node, Slice } from '@tiptap/pm/model'
import type { EditorProps, EditorView } from '@tiptap/pm/view'
import { cleanHtml } from './clean-html.ts'
import { readArticle } from './markdown/spelling.ts'
import { isMedia } from './use-media.ts'

interface Handlers {
  files(files: File[], at?: number): void
  picturesDropped(count: number): void
}

/** Signs that somebody copied Markdown, not words that happen to hold a star. */
const markdownSigns = /^(?:#{2,4} \S|[-*] \S|\d+\. \S|> |```|\|.*\|\s*$)|\]\([^)\s]+\)|\*\*\S/m

export const pasteProps = ({ files, picturesDropped }: Handlers): EditorProps => ({
  transformPastedHTML(html) {
    const cleaned = cleanHtml(html)
    if (cleaned.picturesDropped > 0) picturesDropped(cleaned.picturesDropped)
    return cleaned.html
  },
  handlePaste(view, { clipboardData }) {
    const hasHtml = Boolean(clipboardData?.getData('text/html'))
    const found = [...(clipboardData?.files ?? [])].filter(isMedia)
    // Word puts a picture of the text beside the text.
    if (found.length > 0 && !hasHtml) {
      files(found)
      return true
    }
    return !hasHtml && pasteMarkdown(view, clipboardData?.getData('text/plain') ?? '')
  },
  handleDrop(view, event, _slice, isMoved) {
    const found = [...(event.dataTransfer?.files ?? [])].filter(isMedia)
    if (isMoved || found.length === 0) return false
    event.preventDefault()
    files(found, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos)
    return true
  },
})

function pasteMarkdown(view: EditorView, text: string): boolean {
  const { state } = view
  const { $from, from, to } = state.selection
  if ($from.parent.type.spec.code || !markdownSigns.test(text)) return false
  const { content } = state.schema.nodeFromJSON(readArticle(text.replaceAll('\r', '')).doc)
  // Words go on in the paragraph they are pasted into; other blocks stay whole.
  const open = (node: Node | null) => (node?.type.name === 'paragraph' ? 1 : 0)
  const slice = new Slice(content, open(content.firstChild), open(content.lastChild))
  view.dispatch(state.tr.replaceRange(from, to, slice).scrollIntoView().setMeta('paste', true))
  return true
}
