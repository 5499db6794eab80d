// What may happen to a text, and when an article wants to be looked at again.
import type { ArticleSettings, ReviewStep, TextState } from '../../../contract/articles.ts'
import { AppError } from '../../platform/errors.ts'

type Decision = Extract<ReviewStep['step'], 'submitted' | 'changes_asked' | 'approved' | 'published'>

const steps: Record<Decision, { from: TextState; to: TextState }> = {
  submitted: { from: 'draft', to: 'in_review' },
  changes_asked: { from: 'in_review', to: 'draft' },
  approved: { from: 'in_review', to: 'approved' },
  published: { from: 'approved', to: 'published' },
}

/**
 * The state after a decision about the newest revision.
 * @throws AppError wrong_step where it isn't its turn
 */
export function after(state: TextState, decision: Decision): TextState {
  const { from, to } = steps[decision]
  if (state !== from) throw new AppError('wrong_step', { state })
  return to
}

const dayMs = 86_400_000

/** When the review of an article is due; null where nobody wants one, or where nothing has been reviewed yet. */
export const reviewDue = (reviewedAt: Date | null, everyDays: number | null): Date | null =>
  reviewedAt && everyDays ? new Date(reviewedAt.getTime() + everyDays * dayMs) : null

/** Whether a translation goes by an older revision than the one that the public reads. */
export const isOutdated = (original: number | null, translatedFrom: number | null): boolean =>
  original !== null && translatedFrom !== null && translatedFrom < original

/** @throws AppError announcement_needed unless the kind `announcement` and a time go together */
export function checkAnnouncement({ kind, announcement }: Pick<ArticleSettings, 'kind' | 'announcement'>) {
  if ((kind === 'announcement') !== (announcement !== null)) throw new AppError('announcement_needed')
}

/** The part of an address made of a title; empty where it has no Latin letters or digits. */
export const slugFrom = (title: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/['’\p{M}]/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '')
