// Every node hears of changed articles and concepts, and finds with the new ones from then on.
import type { DeskEvent } from '../../platform/events.ts'
import type { Live, Realtime } from '../../platform/realtime.ts'
import { renewArticles, renewIndex } from './node-index.ts'

export const realtime: Realtime = { heard }

function heard({ desk }: Live, events: DeskEvent[]): void {
  const ids = events.flatMap(({ type, data }) =>
    type === 'knowledge.changed' ? (data as DeskEvent<'knowledge.changed'>['data']).articleIds : [],
  )
  renewArticles(desk, [...new Set(ids)])
  if (events.some(({ type }) => type === 'concepts.changed')) renewIndex(desk)
}
