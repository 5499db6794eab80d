// The only door to this module.
import './events.ts'
import './tables.ts'

export { type ConversationRow, loadConversation, lockConversation, visible } from './access.ts'
export { addLine } from './add-line.ts'
export { addNote } from './add-note.ts'
export { attachmentLink } from './attachment-link.ts'
export { change } from './change.ts'
export { company } from './company.ts'
export { continuedHead } from './continued.ts'
export { customerTexts } from './customer-texts.ts'
export { showClocks } from './due-clocks.ts'
export {
  conversationNumbers,
  type DueFrom,
  idleSince,
  newestConversations,
  unansweredSince,
} from './find-due.ts'
export { giveWaiting } from './give.ts'
export { type AnswersFrom, type HandAnswer, handAnswers, placeOf, saidAt } from './hand-answers.ts'
export { handOver } from './hand-over.ts'
export { type ImportedThread, importMessages, untouchedImports } from './import-messages.ts'
export { jobs, schedule } from './jobs.ts'
export { markRead } from './mark-read.ts'
export { type Opening, open, openAll } from './open.ts'
export { type Part, partsOf } from './parts.ts'
export { conversationHead, customerPage, customersOwn, readEntries } from './queries.ts'
export { liveLoads, positionOf, type Waiting, waitingFirst, waitingSince } from './queue.ts'
export { reactions } from './reactions.ts'
export { realtime } from './realtime.ts'
export { routes } from './routes.ts'
export { sameRequest } from './same-requests.ts'
export { type Said, say, wroteSince } from './say.ts'
export { checkText, send } from './send.ts'
export { solve } from './solve.ts'
export { splitFrom } from './split.ts'
export { handedTo, type Standing, standingOf } from './standing.ts'
export { addTask } from './tasks.ts'
export { activeAfter, activeOf, countActive, countOnDesk, type Traits, traitsOf } from './traits.ts'
export { unreadAnswer, unreadWaitMs } from './unread-notice.ts'
