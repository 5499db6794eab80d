// What can be put into a text: the same list for the menu behind `/` and for the bar.

import {
  IconAlertTriangle,
  IconBulb,
  IconH2,
  IconH3,
  IconH4,
  IconInfoCircle,
  IconList,
  IconListNumbers,
  IconMinus,
  IconMovie,
  IconPhoto,
  IconQuote,
  IconReceipt,
  IconSourceCode,
  IconTable,
  IconTag,
} from '@tabler/icons-react'
import type { ChainedCommands } from '@tiptap/core'
import type { ReactNode } from 'react'
import type { ArticleKey } from '../language/article-words.tsx'

export interface Block {
  id: string
  name: ArticleKey
  icon: ReactNode
  /** Other words it is looked for with, in any language. */
  words: string
  run?(chain: ChainedCommands): ChainedCommands
  /** It is a file that has to be chosen first. */
  file?: 'image' | 'video'
}

const callout = (kind: 'note' | 'tip' | 'warning', icon: ReactNode): Block => ({
  id: kind,
  name: `editor_${kind}`,
  icon,
  words: `callout ${kind} 提示 tishi`,
  run: chain => chain.setCallout(kind),
})

const heading = (level: 2 | 3 | 4, icon: ReactNode): Block => ({
  id: `heading${level}`,
  name: `editor_heading_${level}`,
  icon,
  words: `heading h${level} 标题 biaoti`,
  run: chain => chain.setNode('heading', { level }),
})

const size = 18

export const blocks: readonly Block[] = [
  heading(2, <IconH2 size={size} />),
  heading(3, <IconH3 size={size} />),
  heading(4, <IconH4 size={size} />),
  {
    id: 'steps',
    name: 'editor_steps',
    icon: <IconListNumbers size={size} />,
    words: 'numbered ordered list 1. 步骤 buzhou',
    run: chain => chain.toggleOrderedList(),
  },
  {
    id: 'list',
    name: 'editor_list',
    icon: <IconList size={size} />,
    words: 'bullets unordered 列表 liebiao',
    run: chain => chain.toggleBulletList(),
  },
  callout('note', <IconInfoCircle size={size} />),
  callout('tip', <IconBulb size={size} />),
  callout('warning', <IconAlertTriangle size={size} />),
  {
    id: 'table',
    name: 'editor_table',
    icon: <IconTable size={size} />,
    words: 'grid rows columns 表格 biaoge',
    run: chain => chain.insertTable({ rows: 3, cols: 2, withHeaderRow: true }),
  },
  {
    id: 'image',
    name: 'editor_picture',
    icon: <IconPhoto size={size} />,
    words: 'image photo screenshot 图片 tupian',
    file: 'image',
  },
  {
    id: 'video',
    name: 'editor_film',
    icon: <IconMovie size={size} />,
    words: 'video mp4 视频 shipin',
    file: 'video',
  },
  {
    id: 'quote',
    name: 'editor_quote',
    icon: <IconQuote size={size} />,
    words: 'blockquote 引用 yinyong',
    run: chain => chain.toggleBlockquote(),
  },
  {
    id: 'code',
    name: 'editor_code_block',
    icon: <IconSourceCode size={size} />,
    words: 'code pre 代码 daima',
    run: chain => chain.toggleCodeBlock(),
  },
  {
    id: 'rule',
    name: 'editor_rule',
    icon: <IconMinus size={size} />,
    words: 'rule line divider 分隔线 fengexian',
    run: chain => chain.setHorizontalRule(),
  },
  {
    id: 'exchange',
    name: 'editor_exchange_name',
    icon: <IconTag size={size} />,
    words: 'placeholder exchange name 占位符 zhanweifu',
    run: chain => chain.insertContent({ type: 'placeholder', attrs: { text: 'exchange' } }),
  },
  {
    id: 'fees',
    name: 'editor_fees',
    icon: <IconReceipt size={size} />,
    words: 'placeholder fees 费率 手续费 shouxufei',
  },
]

/** Those that a word typed behind `/` can mean. */
export const findBlocks = (
  all: readonly Block[],
  typed: string,
  nameOf: (block: Block) => string,
): Block[] => {
  const wanted = typed.toLowerCase()
  return all.filter(block => `${nameOf(block)} ${block.words}`.toLowerCase().includes(wanted))
}
