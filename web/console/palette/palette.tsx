// The command palette: any view, any conversation by its number or its words, any action, without a mouse.
import { useDebouncedValue } from '@mantine/hooks'
import { IconArrowRight, IconBolt, IconHash, IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from 'react'
import { Keys } from '../../kit/keys.tsx'
import { type Command, useOffered } from '../commands/commands.tsx'
import { useWords } from '../language/words.tsx'
import { Dialog } from '../look/dialog.tsx'
import { searchConversations } from '../search/search-query.ts'
import { matches } from './matches.ts'
import styles from './palette.module.css'

interface Option {
  id: string
  label: ReactNode
  detail?: string
  icon: ReactNode
  keys?: string
  run(): void
}

export function Palette({ onClose }: { onClose(): void }) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const listId = useId()
  const options = useOptions(text)
  const chosen = options[Math.min(at, options.length - 1)]
  useEffect(() => {
    if (chosen) document.getElementById(`${listId}-${chosen.id}`)?.scrollIntoView({ block: 'nearest' })
  }, [chosen, listId])
  const run = (option: Option | undefined) => {
    if (!option) return
    onClose()
    // The palette gives the focus back first; what runs may take it.
    requestAnimationFrame(option.run)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step)
      setAt(
        before =>
          (Math.min(before, options.length - 1) + step + options.length) % Math.max(1, options.length),
      )
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) run(chosen)
    if (step || event.key === 'Enter') event.preventDefault()
  }
  return (
    <Dialog
      onClose={onClose}
      withCloseButton={false}
      size={600}
      padding={0}
      attributes={{ content: { 'aria-label': t('palette_open') } }}
      transitionProps={{ duration: 0 }}
    >
      <div className={styles.box}>
        <IconSearch size={18} aria-hidden />
        <input
          data-autofocus
          className={styles.input}
          placeholder={t('palette_placeholder')}
          aria-label={t('palette_placeholder')}
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={chosen && `${listId}-${chosen.id}`}
          value={text}
          onChange={event => {
            setText(event.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={listId} role="listbox" aria-label={t('palette_open')} className={styles.list}>
        {options.map(option => (
          <div
            key={option.id}
            id={`${listId}-${option.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={option === chosen}
            className={styles.option}
            onMouseMove={() => setAt(options.indexOf(option))}
            onClick={() => run(option)}
            onKeyDown={() => {}}
          >
            {option.icon}
            <span className={styles.label}>{option.label}</span>
            {option.detail && <span className={styles.detail}>{option.detail}</span>}
            {option.keys && <Keys combo={option.keys.split(', ')[0] ?? ''} />}
          </div>
        ))}
        {options.length === 0 && <p className={styles.none}>{t('palette_none')}</p>}
      </div>
    </Dialog>
  )
}

/** Actions on what is open come first, then ways, then what the search finds. */
function useOptions(text: string): Option[] {
  const { t } = useWords()
  const navigate = useNavigate()
  const offered = useOffered()
  const wanted = text.trim()
  const [asked] = useDebouncedValue(wanted, 120)
  const number = /^#?(\d+)$/.exec(wanted)?.[1]
  const { data } = useQuery({
    queryKey: ['search', asked, 'palette'],
    queryFn: ({ signal }) => searchConversations(asked, null, signal),
    enabled: asked.length > 1,
    placeholderData: keepPreviousData,
  })
  const rank = { conversation: 0, answer: 1, list: 2, go: 3, desk: 4 }
  const commands = unique(offered)
    .filter(command => !command.keysOnly && matches(`${command.label} ${command.also ?? ''}`, wanted))
    .sort((one, other) => rank[one.group] - rank[other.group])
    .map(command => ({
      id: `command-${command.id.replaceAll(' ', '-')}`,
      label: command.label,
      icon: command.group === 'go' ? <IconArrowRight size={16} /> : <IconBolt size={16} />,
      keys: command.keys,
      run: command.run,
    }))
  if (wanted.length < 2) return commands
  const found = (asked === wanted ? (data?.hits ?? []) : []).map(({ conversation }) => ({
    id: `conversation-${conversation.id}`,
    label: conversation.customer.name ?? t('visitor'),
    detail: `#${conversation.number} · ${conversation.subject ?? conversation.preview}`,
    icon: <IconHash size={16} />,
    run: () =>
      void navigate({
        to: '/inbox/$view/$id',
        params: { view: 'all', id: conversation.mergedInto?.id ?? conversation.id },
        search: {},
      }),
  }))
  const everything = {
    id: 'everywhere',
    label: t('palette_search', { text: wanted }),
    icon: <IconSearch size={16} />,
    run: () => void navigate({ to: '/search', search: { q: wanted } }),
  }
  const distinct = found
    .filter((hit, index) => found.findIndex(({ id }) => id === hit.id) === index)
    .slice(0, 8)
  return number ? [...distinct, everything, ...commands] : [...commands, ...distinct, everything]
}

const unique = (commands: readonly Command[]): Command[] => [
  ...new Map(commands.map(command => [command.id, command])).values(),
]
