// Whether one takes conversations now, and how many at once.
import { Popover, Switch, UnstyledButton } from '@mantine/core'
import { IconMinus, IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { IconButton } from '../../kit/icon-button.tsx'
import { answer, api } from '../api/client.ts'
import { useShowFault } from '../api/use-fault.ts'
import { useCommands } from '../commands/commands.tsx'
import { useCounts } from '../conversations/counts.ts'
import { presencesKey, usePresences } from '../conversations/presences.ts'
import { useWords } from '../language/words.tsx'
import { useFrames } from '../realtime/realtime.tsx'
import { useMay, useMe } from '../session/session.ts'
import styles from './availability.module.css'

const presenceKey = ['presence', 'me'] as const

interface Duty {
  available: boolean
  capacity: number
}

export function Availability() {
  const { t } = useWords()
  const may = useMay()
  const me = useMe()
  const queries = useQueryClient()
  const { data } = useQuery({
    queryKey: presenceKey,
    queryFn: () => answer(api.GET('/api/presence/me')),
    enabled: may('workforce.write_own'),
  })
  const load = useOwnLoad()
  const showFault = useShowFault()
  const set = useMutation({
    mutationFn: (body: Duty) => answer(api.PUT('/api/presence/me', { body })),
    onMutate: wanted => queries.setQueryData<Duty>(presenceKey, before => before && wanted),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: presenceKey })
      void queries.invalidateQueries({ queryKey: presencesKey })
    },
    onError: showFault,
  })
  useFrames(frame => {
    if (frame.type === 'availability' && frame.staffId === me.id)
      void queries.invalidateQueries({ queryKey: presenceKey })
  })
  const available = data?.available ?? false
  const capacity = data?.capacity ?? 5
  useCommands([
    {
      id: 'availability',
      group: 'desk',
      label: available ? t('go_away') : t('go_available'),
      run: () => set.mutate({ available: !available, capacity }),
    },
  ])
  if (!may('workforce.write_own')) return null
  return (
    <div className={styles.row} data-available={available}>
      <Switch
        size="sm"
        checked={available}
        disabled={!data}
        onChange={event => set.mutate({ available: event.currentTarget.checked, capacity })}
        label={available ? t('available') : t('away')}
        classNames={{ label: styles.label, root: styles.switch }}
      />
      <Popover position="top-end" withinPortal trapFocus>
        <Popover.Target>
          <UnstyledButton className={styles.load} aria-label={t('capacity_of', { load: load, capacity })}>
            {load}/{capacity}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown>
          <div className={styles.capacity}>
            <span>
              {t('capacity')}
              <small>{t('capacity_hint')}</small>
            </span>
            <IconButton
              label={t('less')}
              variant="default"
              disabled={capacity <= 1}
              onClick={() => set.mutate({ available, capacity: capacity - 1 })}
            >
              <IconMinus size={16} />
            </IconButton>
            <output>{capacity}</output>
            <IconButton
              label={t('more')}
              variant="default"
              disabled={capacity >= 50}
              onClick={() => set.mutate({ available, capacity: capacity + 1 })}
            >
              <IconPlus size={16} />
            </IconButton>
          </div>
        </Popover.Dropdown>
      </Popover>
    </div>
  )
}

/** How many live conversations one has; asked again whenever the number of one's conversations changes. */
function useOwnLoad(): number {
  const queries = useQueryClient()
  const { id } = useMe()
  const mine = useCounts()?.mine
  useEffect(() => {
    if (mine !== undefined) void queries.invalidateQueries({ queryKey: presencesKey })
  }, [queries, mine])
  return usePresences().find(({ staffId }) => staffId === id)?.load ?? 0
}
