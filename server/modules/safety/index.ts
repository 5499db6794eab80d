// The only door to what keeps the desk from harm: screening of text, and files.
import './tables.ts'

export { attachTo, ownerOf, removeAttachments, unsentFiles } from './attach.ts'
export { fileLink } from './file-links.ts'
export { jobs, schedule } from './jobs.ts'
export {
  attachmentsOf,
  conversationOfFile,
  conversationsWithFiles,
  keysOfAttachments,
  readableFile,
} from './queries.ts'
export { routes } from './routes.ts'
export { mayComplete, screen, screenTogether } from './screen.ts'
export { screenPage } from './screen-page.ts'
export { keepFile, type StoredMedium, uploadAny, uploadMedium, withFiles } from './upload.ts'
