// The pages that a mail's HTML becomes, made in a thread of their own: what is looked at never waits for what comes in.
import type { MailPictures } from '../../../../../contract/email.ts'
import { createMailReader, type MailReader } from '../parse/pool.ts'

/** Whole pages, by the pictures that are in them. */
export type Pages = Record<MailPictures, string>

/** Makes pages out of whole mails; null for a mail without HTML that may be shown. */
export const createPageMaker = (): MailReader<Pages | null> =>
  createMailReader(new URL('./worker.ts', import.meta.url), { threads: 1 })
