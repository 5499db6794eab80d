// What comes from the clipboard or is dropped: files are uploaded, pages are cleaned, and Markdown is read as Markdown.
import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import type { EditorProps } from '@tiptap/pm/view'
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
  handlePaste(_view, { clipboardData }) {
    const found = [...(clipboardData?.files ?? [])].filter(isMedia)
    // Word puts a picture of the text beside the text.
    if (found.length === 0 || clipboardData?.getData('text/html')) return false
    files(found)
    return true
  },
  handleDrop(view, event, _slice, isMoved) {
    const found = [...(event.dataTransfer?.files ?? [])].filter(isMedia)
    if (isMoved || found.length === 0) return false
    event.preventDefault()
    files(found, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos)
    return true
  },
  clipboardTextParser(text, $context, isPlain, view) {
    if (isPlain || $context.parent.type.spec.code || !markdownSigns.test(text)) return null as never
    const { doc } = readArticle(text.replaceAll('\r', ''))
    const { content } = view.state.schema.nodeFromJSON(doc)
    // Words go on in the paragraph they are pasted into; other blocks stay whole.
    const open = (node: Node | null) => (node?.type.name === 'paragraph' ? 1 : 0)
    return new Slice(Fragment.from(content), open(content.firstChild), open(content.lastChild))
  },
})
