// What can be done with the open conversation by key and palette; choices open as a small dialog in reach of the keyboard.
import { useNavigate, useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { Conversation, StaffEntry } from '../../../contract/conversations.ts'
import { type Command, useCommands, useRunCommand } from '../commands/commands.tsx'
import { isFixed, isOver } from '../conversations/belongs.ts'
import { complexities, priorities } from '../conversations/filters.ts'
import { TagDialog } from '../conversations/tag-dialog.tsx'
import { useWords } from '../language/words.tsx'
import { AskDialog } from '../related/ask-dialog.tsx'
import { LinkDialog, MergeDialog } from '../related/relate-dialogs.tsx'
import { SplitDialog } from '../related/split-dialog.tsx'
import { useRelate } from '../related/use-related.ts'
import { useMay, useMe } from '../session/session.ts'
import { AssignDialog, SnoozeDialog } from './choice-dialogs.tsx'
import type { Change } from './use-change.ts'

type Dialog = 'assign' | 'snooze' | 'tags' | 'merge' | 'link' | 'split' | 'ask'

/** Gives the dialog that is open, if one is. */
export function useThreadCommands(
  conversation: Conversation | undefined,
  entries: readonly StaffEntry[],
  onChange: (change: Change) => void,
  toggleSide: () => void,
): ReactNode {
  const { t, word } = useWords()
  const me = useMe()
  const may = useMay()
  const navigate = useNavigate()
  const run = useRunCommand()
  const { view } = useParams({ from: '/desk/inbox/$view' })
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const close = () => setDialog(null)
  const isWritable = conversation && may('conversations.write') && !isFixed(conversation)
  const over = conversation && isOver(conversation)
  const group = 'conversation'
  const toList = () =>
    void navigate({
      to: '/inbox/$view',
      params: { view },
      search: before => ({ ...before, panel: undefined }),
    })
  const solve = () => {
    onChange({ status: over ? 'open' : 'solved' })
    if (!over) run('next')
  }
  const { unmerge } = useRelate({ id: conversation?.id ?? '' })
  const always: Command[] = [
    { id: 'to list', group, label: t('to_list'), keys: 'u', run: toList },
    { id: 'details', group, label: t('details'), keys: 'd', run: toggleSide },
    {
      id: 'transcript',
      group,
      label: t('transcript'),
      run: () => conversation && location.assign(`/api/conversations/${conversation.id}/transcript`),
    },
  ]
  const writing: Command[] = [
    { id: 'assign', group, label: `${t('assign')} …`, keys: 'a', run: () => setDialog('assign') },
    {
      id: 'assign to me',
      group,
      label: t('assign_to_me'),
      keys: 'i',
      run: () => onChange({ assigneeId: me.id }),
    },
    { id: 'snooze', group, label: `${t('snooze')} …`, keys: 's', run: () => setDialog('snooze') },
    { id: 'solve', group, label: over ? t('reopen') : t('solve'), keys: 'e', run: solve },
    ...(conversation?.sideOf
      ? []
      : ([
          { id: 'merge', group, label: `${t('merge')} …`, run: () => setDialog('merge') },
          { id: 'ask', group, label: `${t('ask')} …`, run: () => setDialog('ask') },
        ] as const)),
    { id: 'tags', group, label: `${t('tags_add')} …`, keys: 't', run: () => setDialog('tags') },
    {
      id: 'hold',
      group,
      label: t('set_status', { status: word('statuses', 'on_hold') }),
      run: () => onChange({ status: 'on_hold' }),
    },
    ...priorities.map(priority => ({
      id: `priority ${priority}`,
      group: 'conversation' as const,
      label: t('set_priority', { priority: word('priorities', priority) }),
      run: () => onChange({ priority }),
    })),
    ...complexities.map(complexity => ({
      id: `complexity ${complexity}`,
      group: 'conversation' as const,
      label: t('set_complexity', { complexity: word('complexities', complexity) }),
      run: () => onChange({ complexity }),
    })),
  ]
  const relating: Command[] = [
    ...(conversation?.mergedInto || conversation?.sideOf
      ? []
      : [{ id: 'split', group, label: `${t('split')} …`, run: () => setDialog('split') } as const]),
    { id: 'link', group, label: `${t('link')} …`, run: () => setDialog('link') },
    ...(conversation?.mergedInto
      ? [{ id: 'unmerge', group, label: t('unmerge'), run: () => unmerge.mutate() } as const]
      : []),
  ]
  const offered = may('conversations.write') ? [...relating, ...always] : always
  useCommands(isWritable ? [...writing, ...offered] : offered)
  if (!conversation) return null
  const choose = (change: Change) => {
    onChange(change)
    close()
  }
  if (dialog === 'assign')
    return <AssignDialog conversation={conversation} onChoose={choose} onClose={close} />
  if (dialog === 'snooze')
    return (
      <SnoozeDialog onChoose={snoozedUntil => choose({ status: 'snoozed', snoozedUntil })} onClose={close} />
    )
  if (dialog === 'merge') return <MergeDialog conversation={conversation} onClose={close} />
  if (dialog === 'link') return <LinkDialog conversation={conversation} onClose={close} />
  if (dialog === 'ask') return <AskDialog conversation={conversation} onClose={close} />
  if (dialog === 'split') return <SplitDialog conversation={conversation} entries={entries} onClose={close} />
  if (dialog === 'tags')
    return (
      <TagDialog
        onClose={close}
        onTags={tags => onChange({ tags: [...new Set([...conversation.tags, ...tags])] })}
      />
    )
  return null
}
