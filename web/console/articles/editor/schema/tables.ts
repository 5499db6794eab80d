// Tables as Markdown has them: one line in each cell, and the alignment of columns.
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'

const attributes = () => ({
  align: {
    default: null,
    parseHTML: (element: HTMLElement) => element.getAttribute('data-align'),
    renderHTML: ({ align }: Record<string, unknown>) => (align ? { 'data-align': align } : {}),
  },
  // The commands of tables want these; Markdown joins no cells.
  colspan: { default: 1, rendered: false, parseHTML: () => 1 },
  rowspan: { default: 1, rendered: false, parseHTML: () => 1 },
  colwidth: { default: null, rendered: false, parseHTML: () => null },
})

export const tables = [
  Table.extend({
    renderHTML: () => ['div', { class: 'tableScroll' }, ['table', {}, ['tbody', 0]]],
    addNodeView: () => null as never,
  }).configure({ resizable: false }),
  TableRow.extend({ content: '(tableCell | tableHeader)+' }),
  TableCell.extend({ content: 'paragraph', addAttributes: attributes }),
  TableHeader.extend({ content: 'paragraph', addAttributes: attributes }),
]
