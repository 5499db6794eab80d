// A link to another article, by its slug, or to an address.
import { Mark } from '@tiptap/core'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    articleLink: {
      linkTo(href: string): ReturnType
      unlink(): ReturnType
    }
  }
}

const allowed = /^(?:https?:|mailto:|tel:|[/#]|[a-z0-9][a-z0-9/_.-]*(?:[?#]|$))/i

/** Whether a link may lead there: never to a script. */
export const mayLinkTo = (href: string): boolean => allowed.test(href.trim())

export const Link = Mark.create({
  name: 'link',
  priority: 1_000,
  inclusive: false,
  exitable: true,
  addAttributes: () => ({ href: { default: null }, title: { default: null } }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: element => (mayLinkTo(element.getAttribute('href') ?? '') ? null : false),
    },
  ],
  // Where it leads is told by the bar, and a click sets the caret: it is no way out of the page.
  renderHTML: ({ HTMLAttributes }) => [
    'a',
    mayLinkTo(String(HTMLAttributes.href ?? '')) ? { ...HTMLAttributes, tabindex: '-1' } : {},
    0,
  ],
  addCommands() {
    return {
      linkTo:
        href =>
        ({ chain }) =>
          mayLinkTo(href) && chain().extendMarkRange(this.name).setMark(this.name, { href }).run(),
      unlink:
        () =>
        ({ chain }) =>
          chain().extendMarkRange(this.name).unsetMark(this.name).run(),
    }
  },
})
