// The second pane: one view as a list that is live, endless and virtual, with its filters and bulk actions.
import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconCloudOff, IconFilterOff, IconMoodSmile } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import type { Conversation } from '../../../contract/conversations.ts'
import { Blank } from '../../kit/blank.tsx'
import { useFaultSentence } from '../api/use-fault.ts'
import { useNow } from '../language/time.ts'
import { useTitle } from '../language/use-title.ts'
import { useWords } from '../language/words.tsx'
import { useTeams } from '../teams/teams.ts'
import { BulkBar } from './bulk-bar.tsx'
import { type BulkDialog, BulkDialogs } from './bulk-dialogs.tsx'
import styles from './conversation-list.module.css'
import { ConversationRow, RowBones } from './conversation-row.tsx'
import { toQuery, type View } from './filters.ts'
import { useConversationList } from './list-data.ts'
import { ListHeader } from './list-header.tsx'
import { useListKeys } from './list-keys.ts'
import { useSelection } from './selection.ts'

interface Props {
  view: View
  openId: string | undefined
  /** On a phone the list is the screen. */
  isMain: boolean
  onReady(): void
}

export function ConversationList({ view, openId, isMain, onReady }: Props) {
  const { t } = useWords()
  const filters = useSearch({ from: '/desk/inbox/$view' })
  const teams = useTeams()
  const query = toQuery(view, filters)
  const list = useConversationList(query)
  const selection = useSelection(list.conversations)
  const [dialog, setDialog] = useState<BulkDialog | null>(null)
  const Pane = isMain ? 'main' : 'section'
  const title = teams.find(team => team.id === filters.team)?.name ?? t(`view_${view}`)
  useTitle(title)
  const ready = list.isSuccess
  useEffect(() => {
    if (ready) onReady()
  }, [ready, onReady])
  return (
    <Pane
      id={isMain ? 'main' : undefined}
      tabIndex={isMain ? -1 : undefined}
      className={styles.pane}
      aria-label={title}
    >
      {selection.ids.size > 0 && <h1 className="visually-hidden">{title}</h1>}
      {selection.ids.size > 0 ? (
        <BulkBar selection={selection} total={list.conversations.length} onOpen={setDialog} />
      ) : (
        <ListHeader title={title} filters={filters} view={view} />
      )}
      <BulkDialogs open={dialog} selection={selection} onClose={() => setDialog(null)} />
      {list.isPending && <RowBones count={9} />}
      {list.isError && <ListFault error={list.error} retry={() => void list.refetch()} />}
      {ready && list.conversations.length === 0 && (
        <NothingHere view={view} filtered={Boolean(filters.status || filters.tag || filters.complexity)} />
      )}
      {list.conversations.length > 0 && (
        <Rows
          conversations={list.conversations}
          openId={openId}
          view={view}
          selection={selection}
          more={list.hasNextPage}
          onEnd={() => list.isFetchingNextPage || void list.fetchNextPage()}
        />
      )}
    </Pane>
  )
}

interface RowsProps {
  conversations: Conversation[]
  openId: string | undefined
  view: View
  selection: ReturnType<typeof useSelection>
  more: boolean
  onEnd(): void
}

function Rows({ conversations, openId, view, selection, more, onEnd }: RowsProps) {
  const { t } = useWords()
  const now = useNow()
  const scroller = useRef<HTMLDivElement>(null)
  const isPhone = useMediaQuery('(max-width: 767px)')
  const height = isPhone ? 92 : 84
  const rows = useVirtualizer({
    count: conversations.length + (more ? 1 : 0),
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: index => conversations[index]?.id ?? 'more',
    overscan: 6,
  })
  const cursor = useListKeys(conversations, openId, view, selection, index => rows.scrollToIndex(index))
  const items = rows.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (more && last >= conversations.length - 10) onEnd()
  }, [more, last, conversations.length, onEnd])
  return (
    <div ref={scroller} className={styles.scroll}>
      <div
        role="list"
        aria-label={t('conversations')}
        style={{ height: rows.getTotalSize(), position: 'relative' }}
      >
        {items.map(item => {
          const conversation = conversations[item.index]
          const style = { transform: `translateY(${item.start}px)`, height }
          if (!conversation)
            return (
              <div
                key={item.key}
                role="listitem"
                className={styles.place}
                style={style}
                aria-label={t('loading')}
              >
                <RowBones count={1} />
              </div>
            )
          return (
            <div
              key={item.key}
              role="listitem"
              aria-setsize={more ? -1 : conversations.length}
              aria-posinset={item.index + 1}
              className={styles.place}
              style={style}
            >
              <ConversationRow
                conversation={conversation}
                view={view}
                now={now}
                isOpen={conversation.id === openId}
                isAtCursor={conversation.id === cursor}
                isSelected={selection.ids.has(conversation.id)}
                isSelecting={selection.ids.size > 0}
                onSelect={range => selection.toggle(conversation.id, range)}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}

function NothingHere({ view, filtered }: { view: View; filtered: boolean }) {
  const { t } = useWords()
  const navigate = useNavigate()
  if (filtered)
    return (
      <Blank
        icon={<IconFilterOff size={28} />}
        title={t('list_empty_filtered')}
        action={
          <Button
            variant="default"
            onClick={() => void navigate({ to: '/inbox/$view', params: { view }, search: {} })}
          >
            {t('filters_clear')}
          </Button>
        }
      >
        {t('list_empty_filtered_text')}
      </Blank>
    )
  return (
    <Blank icon={<IconMoodSmile size={28} />} title={t(`list_empty_${view}`)}>
      {t(`list_empty_${view}_text`)}
    </Blank>
  )
}

function ListFault({ error, retry }: { error: unknown; retry(): void }) {
  const { t } = useWords()
  const sentence = useFaultSentence()
  return (
    <Blank
      icon={<IconCloudOff size={28} />}
      tone="late"
      title={t('list_fault')}
      action={<Button onClick={retry}>{t('try_again')}</Button>}
    >
      {sentence(error)}
    </Blank>
  )
}
