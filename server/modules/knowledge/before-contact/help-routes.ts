// What the widget and programs ask the help centre before anybody writes. Nobody needs a session for it.
import { z } from 'zod'
import { Slug } from '../../../../contract/articles.ts'
import { Done, Id, LocaleTag } from '../../../../contract/common.ts'
import {
  HelpArticle,
  HelpHome,
  HelpSearch,
  HelpSearchQuery,
  HelpVote,
  SearchPlace,
} from '../../../../contract/help.ts'
import { notFound } from '../../../platform/errors.ts'
import { type Route, route, thenDone } from '../../../platform/routes.ts'
import { voteOnArticle } from '../votes.ts'
import { helpHome, offerArticles } from './offer.ts'
import { articleForReading } from './read-article.ts'
import { noteOpened } from './searches.ts'

const base = { allow: 'public', tag: 'Help centre' } as const
const Locale = LocaleTag.default('en')

export const helpRoutes: readonly Route[] = [
  route({
    ...base,
    method: 'GET',
    path: '/api/help/search',
    summary: 'Articles that fit what somebody types, the best first; none where nothing fits well',
    perMinute: 240,
    query: HelpSearchQuery,
    answer: HelpSearch,
    direct: (desk, actor, { query: { q: text, place, ...wanted } }) =>
      offerArticles(desk, desk.read(actor), {
        ...wanted,
        text,
        place: actor.kind === 'staff' ? 'console' : place,
      }),
  }),
  route({
    ...base,
    method: 'GET',
    path: '/api/help/home',
    summary: 'What is read most, and pinned announcements that hold now',
    perMinute: 120,
    query: z.object({ locale: Locale }),
    answer: HelpHome,
    read: (ctx, { query }) => helpHome(ctx, query.locale),
  }),
  route({
    ...base,
    method: 'GET',
    path: '/api/help/articles/{slug}',
    summary: 'An article for reading; with `searchId` it counts as opened from that search',
    perMinute: 120,
    params: z.object({ slug: z.string().max(80) }),
    query: z.object({ locale: Locale, searchId: Id.optional(), place: SearchPlace.default('widget') }),
    answer: HelpArticle,
    direct: async (desk, actor, { params, query: { locale, searchId, place } }) => {
      if (!Slug.safeParse(params.slug).success) throw notFound()
      const article = await articleForReading(desk.read(actor), params.slug, locale)
      const from = actor.kind === 'staff' ? 'console' : place
      if (searchId) noteOpened(desk, { searchId, place: from, locale, articleId: article.id })
      return article
    },
  }),
  route({
    ...base,
    method: 'POST',
    path: '/api/help/articles/{slug}/votes',
    summary: 'Say whether an article helped; the second vote of a day takes the place of the first',
    perMinute: 30,
    params: z.object({ slug: Slug }),
    body: HelpVote,
    answer: Done,
    write: (ctx, { params, body: { reason = null, comment = '', ...said }, caller }) =>
      thenDone(
        voteOnArticle(ctx, { ...said, ...params, reason, comment, voter: [caller.ip, caller.userAgent] }),
      ),
  }),
]
