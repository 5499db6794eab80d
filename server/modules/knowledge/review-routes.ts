// The way of a text from a draft to the public, over HTTP.
import { z } from 'zod'
import { AskChanges, Publish, Review } from '../../../contract/articles.ts'
import { Done, Id, LocaleTag } from '../../../contract/common.ts'
import { type Route, route, thenDone } from '../../platform/routes.ts'
import { publishText, unschedule, withdrawText } from './publish.ts'
import { approveText, askChanges, submitText } from './review.ts'

const base = { allow: 'articles.review', tag: 'Articles', method: 'POST', answer: Done } as const
const params = z.object({ id: Id, locale: LocaleTag })
const addressOf = ({ id, locale }: z.output<typeof params>) => ({ articleId: id, locale })

export const reviewRoutes: readonly Route[] = [
  route({
    ...base,
    allow: 'articles.write',
    path: '/api/articles/{id}/texts/{locale}/submit',
    summary: 'Ask for a review of the newest revision',
    params,
    body: Review,
    write: (ctx, { params: of, body }) => thenDone(submitText(ctx, addressOf(of), body)),
  }),
  route({
    ...base,
    path: '/api/articles/{id}/texts/{locale}/ask-changes',
    summary: 'Send a text back to its authors',
    params,
    body: AskChanges,
    write: (ctx, { params: of, body }) => thenDone(askChanges(ctx, addressOf(of), body)),
  }),
  route({
    ...base,
    path: '/api/articles/{id}/texts/{locale}/approve',
    summary: 'Approve the newest revision, as somebody else than its authors',
    params,
    body: Review,
    write: (ctx, { params: of, body }) => thenDone(approveText(ctx, addressOf(of), body)),
  }),
  route({
    ...base,
    path: '/api/articles/{id}/texts/{locale}/publish',
    summary: 'Publish the approved revision, now or later',
    params,
    body: Publish,
    write: (ctx, { params: of, body }) => thenDone(publishText(ctx, addressOf(of), body)),
  }),
  route({
    ...base,
    path: '/api/articles/{id}/texts/{locale}/unschedule',
    summary: 'Let an approved revision wait again',
    params,
    write: (ctx, { params: of }) => thenDone(unschedule(ctx, addressOf(of))),
  }),
  route({
    ...base,
    path: '/api/articles/{id}/texts/{locale}/withdraw',
    summary: 'Take a text away from the public',
    params,
    write: (ctx, { params: of }) => thenDone(withdrawText(ctx, addressOf(of))),
  }),
]
