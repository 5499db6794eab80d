// A status as a word with a mark of its own shape.
import {
  IconAlarm,
  IconArrowMerge,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleDot,
  IconClock,
  IconHourglass,
  IconLock,
  IconPlayerPause,
  IconRobot,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { Status } from '../../../contract/conversations.ts'
import { Tag, type Tone } from '../../kit/tag.tsx'
import { useWords } from '../language/words.tsx'

type Icon = ComponentType<{ size?: number; 'aria-hidden'?: boolean }>
const marks: Record<Status, { icon: Icon; tone: Tone }> = {
  assistant: { icon: IconRobot, tone: 'plain' },
  queued: { icon: IconClock, tone: 'waiting' },
  open: { icon: IconCircleDot, tone: 'brand' },
  waiting: { icon: IconHourglass, tone: 'plain' },
  on_hold: { icon: IconPlayerPause, tone: 'plain' },
  snoozed: { icon: IconAlarm, tone: 'plain' },
  solved: { icon: IconCircleCheck, tone: 'plain' },
  closed: { icon: IconLock, tone: 'plain' },
  merged: { icon: IconArrowMerge, tone: 'plain' },
}

export function StatusTag({ status }: { status: Status }) {
  const { word } = useWords()
  const { tone } = marks[status]
  return (
    <Tag tone={tone} icon={<StatusIcon status={status} size={13} />}>
      {word('statuses', status)}
    </Tag>
  )
}

export function StatusIcon({ status, size = 16 }: { status: Status; size?: number }) {
  const { icon: Mark } = marks[status] ?? { icon: IconCircleDashed }
  return <Mark size={size} aria-hidden />
}
