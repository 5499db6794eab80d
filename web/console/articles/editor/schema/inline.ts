// What stands between words: pictures, films, and placeholders that the site fills.
import { InputRule, mergeAttributes, Node } from '@tiptap/core'
import { captionsOf, isVideo } from '../markdown/nodes.ts'

/** Pictures and films come from the desk's own files: what lies elsewhere can change or follow readers. */
export const isOwnFile = (src: string): boolean => /^\/(?![/\\])/.test(src)

const attributes = () => ({ src: { default: '' }, alt: { default: '' }, title: { default: null } })
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

export const Picture = Node.create({
  name: 'image',
  group: 'inline',
  inline: true,
  draggable: true,
  addAttributes: attributes,
  parseHTML: () => [
    {
      tag: 'img[src]',
      getAttrs: element => (isOwnFile(element.getAttribute('src') ?? '') ? null : false),
    },
  ],
  renderHTML: ({ HTMLAttributes }) => [
    'img',
    mergeAttributes(HTMLAttributes, HTMLAttributes.alt ? {} : { 'data-undescribed': '' }),
  ],
})

export const Film = Node.create({
  name: 'video',
  group: 'inline',
  inline: true,
  atom: true,
  draggable: true,
  addAttributes: () => ({
    src: { default: '', rendered: false },
    alt: { default: '', rendered: false },
    title: { default: null, rendered: false },
  }),
  parseHTML: () => [
    {
      tag: 'span[data-film]',
      getAttrs: element => {
        const src = element.getAttribute('data-film') ?? ''
        if (!isOwnFile(src) || !isVideo(src)) return false
        return { src, alt: element.getAttribute('data-alt') ?? '', title: element.getAttribute('data-title') }
      },
    },
  ],
  renderHTML({ node }) {
    const [src, alt, title] = [text(node.attrs.src), text(node.attrs.alt), text(node.attrs.title)]
    const captions = captionsOf(title)
    const track = captions && ['track', { kind: 'captions', src: captions.src, srclang: captions.locale }]
    return [
      'span',
      { 'data-film': src, 'data-alt': alt, 'data-title': title || null },
      ['video', { src, preload: 'metadata', 'aria-label': alt, tabindex: '-1' }, ...(track ? [track] : [])],
      ['span', {}, captions ? `${alt} · CC ${captions.locale}` : alt],
    ]
  },
})

export const Placeholder = Node.create({
  name: 'placeholder',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({
    text: {
      default: '',
      parseHTML: element => element.getAttribute('data-placeholder'),
      renderHTML: attrs => ({ 'data-placeholder': text(attrs.text) }),
    },
  }),
  parseHTML: () => [{ tag: 'span[data-placeholder]' }],
  renderHTML: ({ node, HTMLAttributes }) => ['span', HTMLAttributes, text(node.attrs.text).trim() || '…'],
  renderText: ({ node }) => `{{${text(node.attrs.text)}}}`,
  addInputRules() {
    return [
      new InputRule({
        find: /\{\{\s*([a-z][^{}\n]*?)\s*\}\}$/i,
        handler: ({ state, range, match }) => {
          state.tr.replaceWith(range.from, range.to, this.type.create({ text: match[1] }))
        },
      }),
    ]
  },
})
