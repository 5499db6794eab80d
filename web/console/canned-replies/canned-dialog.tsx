// Writing a canned reply, with the variables at hand.
import { Button, Select } from '@mantine/core'
import { useRef } from 'react'
import type { CannedReply } from '../../../contract/automation.ts'
import { placeholders } from '../../../rules/placeholders.ts'
import { Growing } from '../../kit/growing.tsx'
import { NameField } from '../../kit/name-field.tsx'
import { ShortcutField } from '../../kit/shortcut-field.tsx'
import { useFields } from '../../kit/use-fields.ts'
import { answer, api } from '../api/client.ts'
import { useSaving } from '../api/use-saving.ts'
import { locales, useWords } from '../language/words.tsx'
import { EditDialog } from '../look/edit-dialog.tsx'
import { TeamField } from '../teams/team-field.tsx'
import { cannedKey } from './canned-replies.ts'

type Wanted = Pick<CannedReply, 'shortcut' | 'title' | 'body' | 'locale' | 'teamId'>
const empty: Wanted = { shortcut: '', title: '', body: '', locale: null, teamId: null }

export function CannedDialog({ reply, onClose }: { reply: CannedReply | null; onClose(): void }) {
  const { t } = useWords()
  const [fields, set] = useFields<Wanted>(reply ?? empty)
  const { shortcut, title, body, locale, teamId } = fields
  const saving = useReplySaving(reply, onClose)
  const isReady = shortcut.trim() && title.trim() && body.trim()
  return (
    <EditDialog
      title={reply ? reply.title : t('canned_new')}
      size="lg"
      saving={saving}
      wanted={isReady ? { shortcut, title, body, locale, teamId } : null}
      removal="delete"
      onClose={onClose}
    >
      <ShortcutField
        label={t('canned_shortcut')}
        value={shortcut}
        onChange={value => set({ shortcut: value })}
      >
        <NameField
          label={t('canned_title')}
          maxLength={200}
          value={title}
          onChange={value => set({ title: value })}
        />
      </ShortcutField>
      <Body value={body} onChange={value => set({ body: value })} />
      <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 16 }}>
        <Select
          label={t('language')}
          placeholder={t('canned_any_language')}
          clearable
          data={locales.map(({ tag, name }) => ({ value: tag, label: name }))}
          value={locale}
          onChange={value => set({ locale: value })}
        />
        <TeamField value={teamId} onChange={value => set({ teamId: value })} />
      </div>
    </EditDialog>
  )
}

function useReplySaving(reply: CannedReply | null, onDone: () => void) {
  const params = { path: { id: reply?.id ?? '' } }
  return useSaving<Wanted>({
    key: cannedKey,
    save: body =>
      reply
        ? answer(api.PATCH('/api/canned-replies/{id}', { params, body }))
        : answer(api.POST('/api/canned-replies', { body })),
    remove: reply && (() => answer(api.DELETE('/api/canned-replies/{id}', { params }))),
    onDone,
  })
}

function Body({ value, onChange }: { value: string; onChange(body: string): void }) {
  const { t } = useWords()
  const field = useRef<HTMLTextAreaElement>(null)
  const insert = (variable: string) => {
    const at = field.current?.selectionStart ?? value.length
    onChange(`${value.slice(0, at)}{{${variable}}}${value.slice(at)}`)
    field.current?.focus()
  }
  return (
    <div>
      <Growing
        ref={field}
        framed
        label={t('canned_body')}
        placeholder={t('canned_body')}
        maxLength={20_000}
        value={value}
        onChange={onChange}
      />
      <div style={{ display: 'flex', gap: 6, marginTop: 8, flexWrap: 'wrap' }}>
        {placeholders.map(variable => (
          <Button
            key={variable}
            variant="default"
            size="compact-xs"
            onClick={() => insert(variable)}
            style={{ fontFamily: 'var(--mantine-font-family-monospace)' }}
          >
            {`{{${variable}}}`}
          </Button>
        ))}
      </div>
    </div>
  )
}
