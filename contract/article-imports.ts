// Taking articles over from another system: the file, what was understood of it, and what became of it.
import { z } from 'zod'
import { Id, Instant } from './common.ts'

export const articleImportStates = ['reading', 'ready', 'taking', 'done', 'failed'] as const
export const ArticleImportState = z.enum(articleImportStates)
export type ArticleImportState = z.infer<typeof ArticleImportState>

/** What was not understood, or left out, and where. Codes have sentences in locales/. */
export const ImportReportLine = z.object({
  file: z.string(),
  /** Which article or record of the file. */
  item: z.string().nullable(),
  /** Counted from 1. */
  line: z.int().nullable(),
  code: z.string(),
  /** A name or an address from the file, shortened. */
  detail: z.string(),
})
export type ImportReportLine = z.infer<typeof ImportReportLine>

export const TakenArticles = z.object({
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  /** Archived here, or changed here in the same places: left as they are. */
  left: z.int(),
})
export type TakenArticles = z.infer<typeof TakenArticles>

export const ArticleImport = z.object({
  id: Id,
  name: z.string(),
  state: ArticleImportState,
  /** What was understood. */
  articles: z.int(),
  texts: z.int(),
  topics: z.int(),
  /** How many lines the report has. */
  reported: z.int(),
  /** Null until it is done. */
  taken: TakenArticles.nullable(),
  by: z.string().nullable(),
  at: Instant,
})
export type ArticleImport = z.infer<typeof ArticleImport>

export const TakeImport = z.object({
  /** Publishes what was public where it comes from; whoever says so answers for it. Else all are drafts. */
  publish: z.boolean(),
})
