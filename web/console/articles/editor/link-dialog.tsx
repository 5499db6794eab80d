// Asks where a link leads: another article, found by its words, or an address.
import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconFileText, IconWorld } from '@tabler/icons-react'
import type { Editor } from '@tiptap/core'
import { type FormEvent, useEffect, useState } from 'react'
import { Choice, Choices } from '../../../kit/choices.tsx'
import { Dialog } from '../../look/dialog.tsx'
import { useArticleWords } from '../language/article-words.tsx'
import styles from './editor.module.css'
import { mayLinkTo } from './schema/link.ts'

export interface FoundArticle {
  slug: string
  title: string
}
export type SearchArticles = (text: string) => Promise<FoundArticle[]>

interface Props {
  editor: Editor
  articles: SearchArticles
  onClose(): void
}

const address = /^(?:https?:\/\/|mailto:|tel:|\/|#)\S+$/i

export function LinkDialog({ editor, articles, onClose }: Props) {
  const { t } = useArticleWords()
  const [start] = useState(() => String(editor.getAttributes('link').href ?? ''))
  const [wanted, setWanted] = useState(start)
  const isAddress = address.test(wanted.trim())
  const found = useFound(articles, isAddress ? '' : wanted.trim())
  const link = (href: string, title: string) => {
    onClose()
    const chain = editor.chain().focus()
    if (editor.state.selection.empty && !editor.isActive('link')) {
      chain.insertContent({ type: 'text', text: title, marks: [{ type: 'link', attrs: { href } }] }).run()
    } else chain.linkTo(href).run()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const href = wanted.trim()
    const [first] = found.hits
    if (isAddress && mayLinkTo(href)) link(href, href)
    else if (first) link(first.slug, first.title)
  }
  return (
    <Dialog onClose={onClose} title={t('editor_link')}>
      <form onSubmit={submit} className={styles.dialog}>
        <TextInput
          label={t('editor_link_to')}
          description={t('editor_link_hint')}
          value={wanted}
          maxLength={2_000}
          dir="auto"
          data-autofocus
          onChange={event => setWanted(event.currentTarget.value)}
        />
        <Choices label={t('editor_link_to')}>
          {isAddress && (
            <Choice icon={<IconWorld size={18} />} onChoose={() => link(wanted.trim(), wanted.trim())}>
              {wanted.trim()}
            </Choice>
          )}
          {found.hits.map(({ slug, title }) => (
            <Choice
              key={slug}
              icon={<IconFileText size={18} />}
              detail={slug}
              onChoose={() => link(slug, title)}
            >
              {title}
            </Choice>
          ))}
        </Choices>
        <p role="status" className={styles.hint}>
          {found.isDone && found.hits.length === 0 && t('editor_link_none')}
        </p>
        {start && (
          <Button
            variant="subtle"
            color="rust"
            className={styles.last}
            onClick={() => {
              onClose()
              editor.chain().focus().unlink().run()
            }}
          >
            {t('editor_unlink')}
          </Button>
        )}
      </form>
    </Dialog>
  )
}

function useFound(articles: SearchArticles, text: string): { hits: FoundArticle[]; isDone: boolean } {
  const [wanted] = useDebouncedValue(text, 200)
  const [found, setFound] = useState<{ text: string; hits: FoundArticle[] }>({ text: '', hits: [] })
  useEffect(() => {
    if (!wanted) return
    let isCurrent = true
    void articles(wanted)
      .catch(() => [])
      .then(hits => isCurrent && setFound({ text: wanted, hits: hits.slice(0, 8) }))
    return () => {
      isCurrent = false
    }
  }, [articles, wanted])
  return text ? { hits: found.hits, isDone: found.text === text } : { hits: [], isDone: false }
}
