// Writing a canned reply, with the variables at hand.
import { Button, Select, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import type { CannedReply } from '../../../contract/automation.ts'
import { placeholders } from '../../../rules/placeholders.ts'
import { Growing } from '../../kit/growing.tsx'
import { answer, api } from '../api/client.ts'
import { locales, useWords } from '../language/words.tsx'
import { Dialog } from '../look/dialog.tsx'
import styles from '../profile/profile.module.css'
import { Fault } from '../session/fault.tsx'
import { useTeams } from '../teams/teams.ts'
import { cannedKey } from './canned-replies.ts'

type Wanted = Pick<CannedReply, 'shortcut' | 'title' | 'body' | 'locale' | 'teamId'>
const empty: Wanted = { shortcut: '', title: '', body: '', locale: null, teamId: null }

export function CannedDialog({ reply, onClose }: { reply: CannedReply | null; onClose(): void }) {
  const { t } = useWords()
  const teams = useTeams()
  const queries = useQueryClient()
  const field = useRef<HTMLTextAreaElement>(null)
  const [wanted, setWanted] = useState<Wanted>(reply ?? empty)
  const set = (change: Partial<Wanted>) => setWanted(before => ({ ...before, ...change }))
  const finish = async () => {
    await queries.invalidateQueries({ queryKey: cannedKey })
    onClose()
  }
  const { shortcut, title, body, locale, teamId } = wanted
  const save = useMutation({
    mutationFn: () => {
      const given = { shortcut, title, body, locale, teamId }
      return reply
        ? answer(api.PATCH('/api/canned-replies/{id}', { params: { path: { id: reply.id } }, body: given }))
        : answer(api.POST('/api/canned-replies', { body: given }))
    },
    onSuccess: finish,
  })
  const remove = useMutation({
    mutationFn: async (id: string) =>
      answer(api.DELETE('/api/canned-replies/{id}', { params: { path: { id } } })),
    onSuccess: finish,
  })
  const insert = (variable: string) => {
    const at = field.current?.selectionStart ?? body.length
    set({ body: `${body.slice(0, at)}{{${variable}}}${body.slice(at)}` })
    field.current?.focus()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Dialog onClose={onClose} title={reply ? reply.title : t('canned_new')} size="lg">
      <form className={styles.steps} onSubmit={submit}>
        <Fault error={save.error ?? remove.error} />
        <div style={{ display: 'grid', gridTemplateColumns: '160px 1fr', gap: 16 }}>
          <TextInput
            label={t('canned_shortcut')}
            leftSection="/"
            required
            withAsterisk={false}
            maxLength={40}
            data-autofocus
            value={shortcut}
            onChange={event => set({ shortcut: event.currentTarget.value })}
          />
          <TextInput
            label={t('canned_title')}
            required
            withAsterisk={false}
            maxLength={200}
            value={title}
            onChange={event => set({ title: event.currentTarget.value })}
          />
        </div>
        <div>
          <Growing
            ref={field}
            framed
            label={t('canned_body')}
            placeholder={t('canned_body')}
            maxLength={20_000}
            value={body}
            onChange={value => set({ body: value })}
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
        <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 16 }}>
          <Select
            label={t('language')}
            placeholder={t('canned_any_language')}
            clearable
            data={locales.map(({ tag, name }) => ({ value: tag, label: name }))}
            value={locale}
            onChange={value => set({ locale: value })}
          />
          <Select
            label={t('team')}
            placeholder={t('any_team')}
            clearable
            data={teams.map(({ id, name }) => ({ value: id, label: name }))}
            value={teamId}
            onChange={value => set({ teamId: value })}
          />
        </div>
        <div style={{ display: 'flex', gap: 8, justifyContent: 'flex-end' }}>
          {reply && (
            <Button
              variant="subtle"
              color="rust"
              loading={remove.isPending}
              onClick={() => remove.mutate(reply.id)}
              style={{ marginInlineEnd: 'auto' }}
            >
              {t('delete')}
            </Button>
          )}
          <Button
            type="submit"
            loading={save.isPending}
            disabled={!shortcut.trim() || !title.trim() || !body.trim()}
          >
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
