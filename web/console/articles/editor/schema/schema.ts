// The whole of what an article can be made of, as extensions of the editor.
import { type AnyExtension, Extension } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'
import type { CalloutKind } from '../markdown/nodes.ts'
import { Callout, Heading, Source } from './blocks.ts'
import { Film, Picture, Placeholder } from './inline.ts'
import { Link } from './link.ts'
import { tables } from './tables.ts'

/** Whether a list has blank lines between its items is the writer's choice, and kept. */
const Spacing = Extension.create({
  name: 'spacing',
  addGlobalAttributes: () => [
    {
      types: ['bulletList', 'orderedList'],
      attributes: { loose: { default: false, rendered: false } },
    },
  ],
})

export const articleSchema = (calloutNames: Record<CalloutKind, string>): AnyExtension[] => [
  StarterKit.configure({
    heading: false,
    link: false,
    underline: false,
    dropcursor: { width: 2, color: 'var(--brand)' },
  }),
  Heading,
  Callout.configure({ names: calloutNames }),
  Source,
  Link,
  Picture,
  Film,
  Placeholder,
  Spacing,
  ...tables,
]
