// Asks a team or a colleague about the open conversation: what it is about, and what they have to know.
import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Conversation } from '../../../contract/conversations.ts'
import { rolePermissions } from '../../../contract/permissions.ts'
import { useWords } from '../language/words.tsx'
import { Dialog } from '../look/dialog.tsx'
import { useMe } from '../session/session.ts'
import { useStaff, useTeams } from '../teams/teams.ts'
import styles from './related.module.css'
import { useSides } from './use-sides.ts'

export function AskDialog({ conversation, onClose }: { conversation: Conversation; onClose(): void }) {
  const { t } = useWords()
  const options = useAsked()
  const { ask } = useSides(conversation.id)
  const [clientId] = useState(() => crypto.randomUUID())
  const [value, setValue] = useState<string | null>(null)
  const [subject, setSubject] = useState(conversation.subject ?? '')
  const [body, setBody] = useState('')
  const whom = options.find(one => one.value === value)
  const isReady = whom && subject.trim() !== '' && body.trim() !== ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isReady) return
    // What was typed stays until the desk has it.
    ask.mutate({ clientId, [whom.by]: whom.id, subject: subject.trim(), body }, { onSuccess: onClose })
  }
  return (
    <Dialog onClose={onClose} title={t('ask')} size="lg">
      <form onSubmit={submit} className={styles.form}>
        <p className={styles.lead}>{t(whom?.by === 'staffId' ? 'ask_lead_colleague' : 'ask_lead')}</p>
        <Select
          data-autofocus
          label={t('ask_whom')}
          searchable
          nothingFoundMessage={t('mention_none')}
          data={(['teamId', 'staffId'] as const).map(by => ({
            group: t(by === 'teamId' ? 'teams' : 'colleagues'),
            items: options.filter(one => one.by === by),
          }))}
          value={value}
          onChange={setValue}
          comboboxProps={{ withinPortal: true }}
        />
        <TextInput
          label={t('ask_subject')}
          maxLength={200}
          value={subject}
          onChange={event => setSubject(event.currentTarget.value)}
        />
        <Textarea
          label={t('ask_body')}
          description={t('ask_body_hint')}
          autosize
          minRows={4}
          maxRows={12}
          maxLength={20_000}
          value={body}
          onChange={event => setBody(event.currentTarget.value)}
        />
        <Button type="submit" disabled={!isReady} loading={ask.isPending} style={{ alignSelf: 'flex-end' }}>
          {t('ask_action')}
        </Button>
      </form>
    </Dialog>
  )
}

interface Asked {
  value: string
  label: string
  by: 'teamId' | 'staffId'
  id: string
}

/** Who can be asked: teams, and colleagues who answer customers. */
function useAsked(): Asked[] {
  const me = useMe()
  const teams = useTeams()
  const colleagues = useStaff().filter(
    ({ id, role, disabled }) =>
      id !== me.id && !disabled && rolePermissions[role].includes('conversations.write'),
  )
  const as =
    (by: Asked['by']) =>
    ({ id, name }: { id: string; name: string }) => ({ value: `${by} ${id}`, label: name, by, id })
  return [...teams.map(as('teamId')), ...colleagues.map(as('staffId'))]
}
