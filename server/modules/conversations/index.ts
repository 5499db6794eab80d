// The only door to this module.
import './events.ts'
import './tables.ts'

export { type ConversationRow, loadConversation, lockConversation, visible } from './access.ts'
export { change } from './change.ts'
export { handOver } from './hand-over.ts'
export { jobs, schedule } from './jobs.ts'
export { open } from './open.ts'
export { liveLoads, positionOf, type Waiting, waitingFirst } from './queue.ts'
export { reactions } from './reactions.ts'
export { realtime } from './realtime.ts'
export { routes } from './routes.ts'
export { send } from './send.ts'
