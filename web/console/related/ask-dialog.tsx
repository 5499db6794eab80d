// Asks another team about the open conversation: what it is about, and what they have to know.
import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Conversation } from '../../../contract/conversations.ts'
import { useWords } from '../language/words.tsx'
import { Dialog } from '../look/dialog.tsx'
import { useTeams } from '../teams/teams.ts'
import styles from './related.module.css'
import { useSides } from './use-sides.ts'

export function AskDialog({ conversation, onClose }: { conversation: Conversation; onClose(): void }) {
  const { t } = useWords()
  const teams = useTeams()
  const { ask } = useSides(conversation.id)
  const [clientId] = useState(() => crypto.randomUUID())
  const [teamId, setTeamId] = useState<string | null>(null)
  const [subject, setSubject] = useState(conversation.subject ?? '')
  const [body, setBody] = useState('')
  const isReady = teamId !== null && subject.trim() !== '' && body.trim() !== ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isReady) return
    // What was typed stays until the desk has it.
    ask.mutate({ clientId, teamId, subject: subject.trim(), body }, { onSuccess: onClose })
  }
  return (
    <Dialog onClose={onClose} title={t('ask')} size="lg">
      <form onSubmit={submit} className={styles.form}>
        <p className={styles.lead}>{t('ask_lead')}</p>
        <Select
          data-autofocus
          label={t('team')}
          data={teams.map(({ id, name }) => ({ value: id, label: name }))}
          value={teamId}
          onChange={setTeamId}
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
