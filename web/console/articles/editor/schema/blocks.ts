// Blocks that articles have and the starter kit lacks: headings of the levels we write, callouts, and what is kept as it was written.
import { mergeAttributes, Node, textblockTypeInputRule, wrappingInputRule } from '@tiptap/core'
import { type CalloutKind, calloutKinds, isCalloutKind } from '../markdown/nodes.ts'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    callout: {
      /** Makes a callout of the blocks, or another kind of the callout. */
      setCallout(kind: CalloutKind): ReturnType
      unsetCallout(): ReturnType
    }
  }
}

/** The title is the first level; below the fourth, readers lose their way. */
export const headingLevels = [2, 3, 4] as const

export const Heading = Node.create({
  name: 'heading',
  content: 'inline*',
  group: 'block',
  defining: true,
  // An article from elsewhere may have others, and keeps them until somebody changes them.
  addAttributes: () => ({ level: { default: 2, rendered: false } }),
  parseHTML: () =>
    [1, 2, 3, 4, 5, 6].map(level => ({
      tag: `h${level}`,
      attrs: { level: Math.min(Math.max(level, 2), 4) },
    })),
  renderHTML: ({ node, HTMLAttributes }) => [`h${Number(node.attrs.level)}`, HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return Object.fromEntries(
      headingLevels.map(level => [
        `Mod-Alt-${level}`,
        () => this.editor.commands.toggleNode(this.name, 'paragraph', { level }),
      ]),
    )
  },
  addInputRules() {
    return [
      textblockTypeInputRule({
        find: /^(#{1,4})\s$/,
        type: this.type,
        getAttributes: match => ({ level: Math.max(2, match[1]!.length) }),
      }),
    ]
  },
})

interface CalloutOptions {
  /** What each kind is called, in the reader's language. */
  names: Record<CalloutKind, string>
}

export const Callout = Node.create<CalloutOptions>({
  name: 'callout',
  content: 'block+',
  group: 'block',
  defining: true,
  addOptions: () => ({ names: { note: '', tip: '', warning: '' } }),
  addAttributes: () => ({
    kind: {
      default: 'note',
      parseHTML: element => {
        const kind = element.getAttribute('data-callout') ?? ''
        return isCalloutKind(kind) ? kind : 'note'
      },
      renderHTML: ({ kind }) => ({ 'data-callout': String(kind) }),
    },
  }),
  parseHTML: () => [{ tag: 'aside[data-callout]' }],
  renderHTML({ node, HTMLAttributes }) {
    const name = this.options.names[node.attrs.kind as CalloutKind]
    return [
      'aside',
      mergeAttributes(HTMLAttributes, { role: 'note', 'aria-label': name, 'data-name': name }),
      0,
    ]
  },
  addCommands() {
    return {
      setCallout:
        kind =>
        ({ editor, commands }) =>
          editor.isActive(this.name)
            ? commands.updateAttributes(this.name, { kind })
            : commands.wrapIn(this.name, { kind }),
      unsetCallout:
        () =>
        ({ commands }) =>
          commands.lift(this.name),
    }
  },
  addInputRules() {
    return [
      wrappingInputRule({
        find: new RegExp(`^\\[!(${calloutKinds.join('|')})\\]\\s$`, 'i'),
        type: this.type,
        getAttributes: match => ({ kind: match[1]!.toLowerCase() }),
      }),
    ]
  },
})

/** Markdown that has no form here, such as what defines references: to be seen, and changed in the source. */
export const Source = Node.create({
  name: 'source',
  group: 'block',
  atom: true,
  addAttributes: () => ({ text: { default: '', rendered: false } }),
  parseHTML: () => [
    { tag: 'pre[data-source]', priority: 60, getAttrs: element => ({ text: element.textContent ?? '' }) },
  ],
  renderHTML: ({ node }) => ['pre', { 'data-source': '' }, ['code', {}, String(node.attrs.text)]],
})
