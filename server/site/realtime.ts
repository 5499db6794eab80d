// Every node hears of what its pages show, and makes them anew.
import { forgetPages } from '../platform/pages/kept.ts'
import type { Live, Realtime } from '../platform/realtime.ts'

const shown = new Set(['article.published', 'knowledge.changed', 'desk.changed'])
const forget = async ({ desk }: Live) => forgetPages(desk)

export const realtime: Realtime = {
  // At once, before anybody is told …
  heard: ({ desk }, events) => {
    if (events.some(({ type }) => shown.has(type))) forgetPages(desk)
  },
  // … and again for what was made meanwhile of settings that the node had not forgotten yet.
  events: Object.fromEntries([...shown].map(type => [type, forget])),
}
