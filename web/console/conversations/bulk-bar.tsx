// What can be done to all selected conversations at once; what the desk refused is said, with its number.
import { Checkbox } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconAlarm, IconCircleCheck, IconTag, IconUserPlus, IconX } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ChangeConversation, Conversation } from '../../../contract/conversations.ts'
import type { ErrorCode } from '../../../contract/errors.ts'
import { ChoicePopover } from '../../kit/choices.tsx'
import { IconButton } from '../../kit/icon-button.tsx'
import { answer, api } from '../api/client.ts'
import { useShowFault } from '../api/use-fault.ts'
import { useWords } from '../language/words.tsx'
import { AssignItems } from './assign-items.tsx'
import styles from './conversation-list.module.css'
import { listKey } from './list-data.ts'
import type { Selection } from './selection.ts'
import { SnoozeItems } from './snooze-items.tsx'
import { TagDialog } from './tag-dialog.tsx'

interface Outcome {
  changed: string[]
  refused: { id: string; code: ErrorCode }[]
}
/** Tags are added to what each has; one list for all would take that away. */
type BulkChange = ChangeConversation & { addTags?: string[] }

export function BulkBar({ selection, total }: { selection: Selection; total: number }) {
  const { t } = useWords()
  const change = useBulkChange(selection)
  const [isTagging, setTagging] = useState(false)
  const count = selection.ids.size
  return (
    <div className={styles.bulk} role="toolbar" aria-label={t('selected', { count })}>
      <Checkbox
        size="xs"
        aria-label={t('select_all')}
        checked={count === total}
        indeterminate={count < total}
        onChange={() => (count === total ? selection.clear() : selection.all())}
      />
      <strong aria-live="polite">{t('selected', { count })}</strong>
      <ChoicePopover
        target={
          <IconButton label={t('assign')}>
            <IconUserPlus size={18} />
          </IconButton>
        }
      >
        {close => (
          <AssignItems
            onChoose={assigned => {
              close()
              change.mutate(assigned)
            }}
          />
        )}
      </ChoicePopover>
      <ChoicePopover
        width={280}
        target={
          <IconButton label={t('snooze')}>
            <IconAlarm size={18} />
          </IconButton>
        }
      >
        {close => (
          <SnoozeItems
            onChoose={snoozedUntil => {
              close()
              change.mutate({ status: 'snoozed', snoozedUntil })
            }}
          />
        )}
      </ChoicePopover>
      <IconButton label={t('tags')} onClick={() => setTagging(true)}>
        <IconTag size={18} />
      </IconButton>
      <IconButton label={t('solve')} onClick={() => change.mutate({ status: 'solved' })}>
        <IconCircleCheck size={18} />
      </IconButton>
      <IconButton label={t('clear_selection')} onClick={selection.clear}>
        <IconX size={18} />
      </IconButton>
      {isTagging && (
        <TagDialog onClose={() => setTagging(false)} onTags={addTags => change.mutate({ addTags })} />
      )}
    </div>
  )
}

function useBulkChange(selection: Selection) {
  const { t, word } = useWords()
  const queries = useQueryClient()
  const showFault = useShowFault()
  return useMutation({
    mutationFn: ({ addTags, ...change }: BulkChange) =>
      addTags ? tagAll(selection.conversations, addTags) : changeAll([...selection.ids], change),
    onSuccess: ({ changed, refused }) => {
      const numbers = new Map(selection.conversations.map(({ id, number }) => [id, number]))
      const faults = refused.map(({ id, code }) => `#${numbers.get(id) ?? '?'}: ${word('errors', code)}`)
      notifications.show({
        color: faults.length > 0 ? 'rust' : 'sea',
        title: t('bulk_done', { count: changed.length }),
        message: faults.slice(0, 4).join('\n'),
        autoClose: faults.length > 0 ? 12_000 : 3_000,
      })
      selection.clear()
      void queries.invalidateQueries({ queryKey: listKey })
    },
    onError: showFault,
  })
}

const changeAll = (ids: string[], change: ChangeConversation): Promise<Outcome> =>
  answer(api.POST('/api/conversations/bulk', { body: { ids, change } }))

/** One request for each distinct set of tags that comes out. */
async function tagAll(conversations: readonly Conversation[], tags: readonly string[]): Promise<Outcome> {
  const groups = Map.groupBy(conversations, one => [...new Set([...one.tags, ...tags])].sort().join('\n'))
  const outcomes = await Promise.all(
    [...groups].map(([wanted, group]) =>
      changeAll(
        group.map(({ id }) => id),
        { tags: wanted.split('\n') },
      ),
    ),
  )
  return { changed: outcomes.flatMap(one => one.changed), refused: outcomes.flatMap(one => one.refused) }
}
