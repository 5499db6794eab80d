// What can be done to all selected conversations at once; what the desk refused is said, with its number.
import { Checkbox } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import {
  IconAlarm,
  IconBolt,
  IconCircleCheck,
  IconMessages,
  IconTag,
  IconUserPlus,
  IconX,
} from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ChangeConversation } from '../../../contract/conversations.ts'
import type { ErrorCode } from '../../../contract/errors.ts'
import { ChoicePopover } from '../../kit/choices.tsx'
import { IconButton } from '../../kit/icon-button.tsx'
import { answer, api } from '../api/client.ts'
import { useShowFault } from '../api/use-fault.ts'
import { useWords } from '../language/words.tsx'
import { AssignItems } from './assign-items.tsx'
import type { BulkDialog } from './bulk-dialogs.tsx'
import styles from './conversation-list.module.css'
import { listKey } from './list-data.ts'
import type { Selection } from './selection.ts'
import { SnoozeItems } from './snooze-items.tsx'
import { TagDialog } from './tag-dialog.tsx'

/** What was done, and where it was refused. */
export interface BulkResult {
  changed: string[]
  refused: { id: string; code: ErrorCode }[]
}

interface Props {
  selection: Selection
  total: number
  onOpen(dialog: BulkDialog): void
}

export function BulkBar({ selection, total, onOpen }: Props) {
  const { t } = useWords()
  const show = useShowResult(selection)
  const change = useBulkChange(selection, show)
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
      <IconButton label={t('bulk_reply')} onClick={() => onOpen('reply')}>
        <IconMessages size={18} />
      </IconButton>
      <IconButton label={t('macro')} onClick={() => onOpen('macro')}>
        <IconBolt size={18} />
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

/** Tells what was done, and clears the selection. */
export function useShowResult(selection: Selection): (result: BulkResult) => void {
  const { t, word } = useWords()
  const queries = useQueryClient()
  return ({ changed, refused }) => {
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
  }
}

function useBulkChange(selection: Selection, onSuccess: (result: BulkResult) => void) {
  const showFault = useShowFault()
  return useMutation({
    mutationFn: (change: ChangeConversation) =>
      answer(api.POST('/api/conversations/bulk', { body: { ids: [...selection.ids], change } })),
    onSuccess,
    onError: showFault,
  })
}
