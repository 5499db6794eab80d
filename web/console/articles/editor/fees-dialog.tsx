// Asks of which asset the table of fees tells.
import { Button, TextInput } from '@mantine/core'
import type { Editor } from '@tiptap/core'
import { type FormEvent, useState } from 'react'
import { Dialog } from '../../look/dialog.tsx'
import { useArticleWords } from '../language/article-words.tsx'
import styles from './editor.module.css'

export function FeesDialog({ editor, onClose }: { editor: Editor; onClose(): void }) {
  const { t } = useArticleWords()
  const [asset, setAsset] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onClose()
    const text = asset ? `fees asset=${asset}` : 'fees'
    editor.chain().focus().insertContent({ type: 'placeholder', attrs: { text } }).run()
  }
  return (
    <Dialog onClose={onClose} title={t('editor_fees')}>
      <form onSubmit={submit} className={styles.dialog}>
        <TextInput
          label={t('editor_fees_asset')}
          description={t('editor_fees_hint')}
          placeholder="USDT"
          value={asset}
          maxLength={20}
          data-autofocus
          onChange={event => setAsset(event.currentTarget.value.toUpperCase().replace(/[^A-Z0-9]/g, ''))}
        />
        <Button type="submit" className={styles.last}>
          {t('editor_put_in')}
        </Button>
      </form>
    </Dialog>
  )
}
