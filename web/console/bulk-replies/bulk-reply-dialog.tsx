// One answer to all selected conversations: written, looked at as customers will read it, sent, and followed until it is out.
import { Button, Select } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { hasPlaceholder, placeholders } from '../../../rules/placeholders.ts'
import { Growing } from '../../kit/growing.tsx'
import actionStyles from '../actions/actions.module.css'
import { answer, api } from '../api/client.ts'
import { fillCanned } from '../canned-replies/fill-canned.ts'
import { listKey } from '../conversations/list-data.ts'
import type { Selection } from '../conversations/selection.ts'
import { useWords } from '../language/words.tsx'
import { Dialog } from '../look/dialog.tsx'
import styles from '../profile/profile.module.css'
import { Fault } from '../session/fault.tsx'
import { useMe } from '../session/session.ts'
import { BulkReplyPreview } from './bulk-reply-preview.tsx'
import { BulkReplyProgress } from './bulk-reply-progress.tsx'

type Then = 'waiting' | 'solved'

export function BulkReplyDialog({ selection, onClose }: { selection: Selection; onClose(): void }) {
  const { t, word } = useWords()
  const me = useMe()
  const queries = useQueryClient()
  const field = useRef<HTMLTextAreaElement>(null)
  // As they were when they were selected: what comes later is left for a person to look at.
  const [chosen] = useState(selection.conversations)
  const [id] = useState(() => crypto.randomUUID() as string)
  const [body, setBody] = useState('')
  const [then, setThen] = useState<Then | null>(null)
  const send = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/bulk-replies', {
          body: { id, body, then, conversations: chosen.map(one => ({ id: one.id, seen: one.seq })) },
        }),
      ),
  })
  const close = () => {
    onClose()
    if (!send.data) return
    selection.clear()
    void queries.invalidateQueries({ queryKey: listKey })
  }
  const filled = chosen.map(one => ({ conversation: one, text: fillCanned(body, one, me) }))
  const whole = filled.filter(({ text }) => !hasPlaceholder(text))
  const insert = (name: string) => {
    const at = field.current?.selectionStart ?? body.length
    setBody(`${body.slice(0, at)}{{${name}}}${body.slice(at)}`)
    field.current?.focus()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send.mutate()
  }
  if (send.data)
    return (
      <Dialog onClose={close} title={t('bulk_reply')}>
        <BulkReplyProgress first={send.data.bulkReply} />
      </Dialog>
    )
  return (
    <Dialog onClose={close} title={t('bulk_reply')} size="lg">
      <form className={styles.steps} onSubmit={submit}>
        <Fault error={send.error} />
        <p>{t('bulk_reply_whom', { count: chosen.length })}</p>
        <div>
          <Growing
            ref={field}
            framed
            autoFocus
            label={t('reply')}
            placeholder={t('canned_body')}
            maxLength={20_000}
            value={body}
            onChange={setBody}
          />
          <div className={actionStyles.placeholders}>
            {placeholders.map(name => (
              <Button key={name} variant="default" size="compact-xs" onClick={() => insert(name)}>
                {`{{${name}}}`}
              </Button>
            ))}
          </div>
        </div>
        <Select
          label={t('bulk_reply_then')}
          allowDeselect={false}
          data={[
            { value: '', label: t('bulk_reply_then_none') },
            ...(['waiting', 'solved'] as const).map(value => ({ value, label: word('statuses', value) })),
          ]}
          value={then ?? ''}
          onChange={value => setThen((value || null) as Then | null)}
        />
        {body.trim() && <BulkReplyPreview filled={filled} />}
        <Button
          type="submit"
          loading={send.isPending}
          disabled={!body.trim() || whole.length === 0}
          style={{ alignSelf: 'flex-end' }}
        >
          {t('bulk_reply_send', { count: whole.length })}
        </Button>
      </form>
    </Dialog>
  )
}
