// Every node hears of changed settings and reads them again.
import type { Realtime } from '../../platform/realtime.ts'
import { forgetSettings } from './queries.ts'

export const realtime: Realtime = {
  events: { 'desk.changed': async live => forgetSettings(live.desk) },
}
