// Work of this module that is done later.
import type { Job } from '../../platform/jobs.ts'
import { readArticleImport, takeArticleImport } from './article-imports.ts'
import { publishDueText } from './publish.ts'

export const jobs: Record<string, Job> = {
  publishText: publishDueText,
  readArticleImport,
  takeArticleImport,
}
