// The tools of the editor.
import { Menu } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBold,
  IconChevronDown,
  IconCode,
  IconInfoCircle,
  IconItalic,
  IconLink,
  IconMarkdown,
  IconTag,
} from '@tabler/icons-react'
import type { ChainedCommands, Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import type { ReactNode } from 'react'
import { type ArticleKey, useArticleWords } from '../language/article-words.tsx'
import { type Block, blocks } from './blocks.tsx'
import styles from './editor.module.css'
import { Gap, Tool, Toolbar } from './toolbar.tsx'

interface Props {
  editor: Editor
  isSource: boolean
  onSource(): void
  onLink(): void
  onBlock(block: Block): void
}

const styleNames: Record<number, ArticleKey> = {
  2: 'editor_heading_2',
  3: 'editor_heading_3',
  4: 'editor_heading_4',
}
const inBar = ['list', 'steps', 'table', 'image', 'video', 'quote', 'code', 'rule']
const keysOf: Record<string, string> = {
  list: 'mod+shift+8',
  steps: 'mod+shift+7',
  quote: 'mod+shift+b',
  code: 'mod+alt+c',
}
const typeOf: Record<string, string> = {
  list: 'bulletList',
  steps: 'orderedList',
  quote: 'blockquote',
  code: 'codeBlock',
}

export function MainBar({ editor, isSource, onSource, onLink, onBlock }: Props) {
  const { t } = useArticleWords()
  const state = useToolState(editor)
  const use = (run: (chain: ChainedCommands) => ChainedCommands) => run(editor.chain().focus()).run()
  return (
    <Toolbar label={t('editor_tools')} onLeave={() => editor.commands.focus()}>
      <StyleMenu editor={editor} level={state.level} disabled={isSource} />
      <Gap />
      <Tool
        label={t('editor_bold')}
        keys="mod+b"
        isOn={state.bold}
        disabled={isSource}
        onUse={() => use(chain => chain.toggleBold())}
      >
        <IconBold size={18} />
      </Tool>
      <Tool
        label={t('editor_italic')}
        keys="mod+i"
        isOn={state.italic}
        disabled={isSource}
        onUse={() => use(chain => chain.toggleItalic())}
      >
        <IconItalic size={18} />
      </Tool>
      <Tool
        label={t('editor_code')}
        keys="mod+e"
        isOn={state.code}
        disabled={isSource}
        onUse={() => use(chain => chain.toggleCode())}
      >
        <IconCode size={18} />
      </Tool>
      <Tool label={t('editor_link')} keys="mod+k" isOn={state.link} disabled={isSource} onUse={onLink}>
        <IconLink size={18} />
      </Tool>
      <Gap />
      {blocks
        .filter(({ id }) => inBar.includes(id))
        .map(block => (
          <Tool
            key={block.id}
            label={t(block.name)}
            keys={keysOf[block.id]}
            isOn={typeOf[block.id] ? state.types.includes(typeOf[block.id]!) : undefined}
            disabled={isSource}
            onUse={() => onBlock(block)}
          >
            {block.icon}
          </Tool>
        ))}
      <BlockMenu
        label={t('editor_callout')}
        icon={<IconInfoCircle size={18} />}
        ids={['note', 'tip', 'warning']}
        disabled={isSource}
        onBlock={onBlock}
      />
      <BlockMenu
        label={t('editor_placeholder')}
        icon={<IconTag size={18} />}
        ids={['exchange', 'fees']}
        disabled={isSource}
        onBlock={onBlock}
      />
      <Gap />
      <Tool
        label={t('editor_undo')}
        keys="mod+z"
        disabled={isSource || !state.canUndo}
        onUse={() => use(chain => chain.undo())}
      >
        <IconArrowBackUp size={18} />
      </Tool>
      <Tool
        label={t('editor_redo')}
        keys="mod+shift+z"
        disabled={isSource || !state.canRedo}
        onUse={() => use(chain => chain.redo())}
      >
        <IconArrowForwardUp size={18} />
      </Tool>
      <Gap />
      <Tool label={t('editor_source')} isOn={isSource} onUse={onSource}>
        <IconMarkdown size={18} />
      </Tool>
    </Toolbar>
  )
}

const useToolState = (editor: Editor) =>
  useEditorState({
    editor,
    selector: ({ editor: one }) => ({
      level: one.isActive('heading') ? Number(one.getAttributes('heading').level) : 0,
      bold: one.isActive('bold'),
      italic: one.isActive('italic'),
      code: one.isActive('code'),
      link: one.isActive('link'),
      types: Object.values(typeOf).filter(type => one.isActive(type)),
      canUndo: one.can().undo(),
      canRedo: one.can().redo(),
    }),
  })

function StyleMenu({ editor, level, disabled }: { editor: Editor; level: number; disabled: boolean }) {
  const { t } = useArticleWords()
  const name = t(styleNames[level] ?? (level ? 'editor_heading' : 'editor_text'))
  return (
    <Menu position="bottom-start" returnFocus={false}>
      <Menu.Target>
        <button
          type="button"
          className={styles.style}
          disabled={disabled}
          aria-label={t('editor_style', { name })}
        >
          <span>{name}</span>
          <IconChevronDown size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => editor.chain().focus().setParagraph().run()}>{t('editor_text')}</Menu.Item>
        {[2, 3, 4].map(one => (
          <Menu.Item
            key={one}
            onClick={() => editor.chain().focus().setNode('heading', { level: one }).run()}
          >
            {t(styleNames[one]!)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

interface BlockMenuProps {
  label: string
  icon: ReactNode
  ids: string[]
  disabled: boolean
  onBlock(block: Block): void
}

function BlockMenu({ label, icon, ids, disabled, onBlock }: BlockMenuProps) {
  const { t } = useArticleWords()
  return (
    <Menu position="bottom-start" returnFocus={false}>
      <Menu.Target>
        <button type="button" className={styles.menu} disabled={disabled} aria-label={label} title={label}>
          {icon}
          <IconChevronDown size={12} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {blocks
          .filter(({ id }) => ids.includes(id))
          .map(block => (
            <Menu.Item key={block.id} leftSection={block.icon} onClick={() => onBlock(block)}>
              {t(block.name)}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  )
}
