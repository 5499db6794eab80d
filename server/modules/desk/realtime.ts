// Every node hears of changed settings and reads them again.
import type { Realtime } from '../../platform/realtime.ts'
import { forgetSettings } from './queries.ts'

export const realtime: Realtime = {
  // Before anybody is told: whoever asks from then on is to have the new ones, whatever happens to other events.
  heard: (live, events) => {
    if (events.some(({ type }) => type === 'desk.changed')) forgetSettings(live.desk)
  },
}
