// Asks for tags to add.
import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useWords } from '../language/words.tsx'
import { Dialog } from '../look/dialog.tsx'

export function TagDialog({ onTags, onClose }: { onTags(tags: string[]): void; onClose(): void }) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const tags = text
    .split(/[,，、]/)
    .map(tag => tag.trim())
    .filter(Boolean)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (tags.length > 0) onTags(tags)
    onClose()
  }
  return (
    <Dialog onClose={onClose} title={t('tags_add')} size="sm">
      <form onSubmit={submit} style={{ display: 'flex', flexDirection: 'column', gap: 16 }}>
        <TextInput
          data-autofocus
          label={t('tags')}
          description={t('tags_hint')}
          maxLength={200}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
        />
        <Button type="submit" disabled={tags.length === 0} style={{ alignSelf: 'flex-end' }}>
          {t('add')}
        </Button>
      </form>
    </Dialog>
  )
}
