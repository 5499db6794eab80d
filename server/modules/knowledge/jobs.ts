// Work of this module that is done later or comes round by itself.
import type { Job, Schedule } from '../../platform/jobs.ts'
import { readArticleImport, takeArticleImport } from './article-imports.ts'
import { cleanSearches } from './before-contact/searches.ts'
import { publishDueText } from './publish.ts'
import { cleanComments } from './votes.ts'

export const jobs: Record<string, Job> = {
  publishText: publishDueText,
  readArticleImport,
  takeArticleImport,
  cleanSearches,
  cleanComments,
}

export const schedule: Schedule = {
  cleanSearches: { everySeconds: 3_600, task: 'cleanSearches' },
  cleanComments: { everySeconds: 3_600, task: 'cleanComments' },
}
