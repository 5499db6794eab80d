// Where files that are on their way will stand: the place moves along while the text around it changes.
import { type Editor, Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

interface Change {
  add?: { key: string; at: number }
  remove?: string
}

const places = new PluginKey<DecorationSet>('uploadPlaces')

export const uploadPlaces = Extension.create({
  name: 'uploadPlaces',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key: places,
      state: {
        init: () => DecorationSet.empty,
        apply(transaction, before) {
          const set = before.map(transaction.mapping, transaction.doc)
          const { add, remove } = (transaction.getMeta(places) ?? {}) as Change
          if (add) return set.add(transaction.doc, [Decoration.widget(add.at, waiting, { key: add.key })])
          return remove ? set.remove(set.find(undefined, undefined, spec => spec.key === remove)) : set
        },
      },
      props: { decorations: state => places.getState(state) },
    }),
  ],
})

function waiting(): HTMLElement {
  const sign = document.createElement('span')
  sign.dataset.uploading = ''
  return sign
}

export const markPlace = (editor: Editor, key: string, at: number): void =>
  editor.view.dispatch(editor.state.tr.setMeta(places, { add: { key, at } } satisfies Change))

/** Gives the place and forgets it; null when the text around it was deleted. */
export function takePlace(editor: Editor, key: string): number | null {
  const [found] = places.getState(editor.state)?.find(undefined, undefined, spec => spec.key === key) ?? []
  editor.view.dispatch(editor.state.tr.setMeta(places, { remove: key } satisfies Change))
  return found?.from ?? null
}
