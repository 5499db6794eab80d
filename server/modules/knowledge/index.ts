// The only door to the help centre's articles and what stands around them.
import './events.ts'
import './tables.ts'

export { keysOfArticleFiles } from './article-files.ts'
export { listArticleTopics } from './article-topics.ts'
export { articlePath, articlesIn, openedPath } from './before-contact/addresses.ts'
export { fittingArticles, offerArticles } from './before-contact/offer.ts'
export { noteConversation, noteOpened, noteSearch, noteSent, writeNotes } from './before-contact/searches.ts'
export { listConcepts } from './concepts.ts'
export { listFees } from './fees.ts'
export { jobs, schedule } from './jobs.ts'
export type {
  ArticleOptions,
  ArticleWords,
  Fault,
  FaultCode,
  Heading,
  OwnFile,
  RenderedArticle,
} from './markdown/article-options.ts'
export { type FeeFilter, feesIn, fillFees } from './markdown/fees.ts'
export { renderArticle } from './markdown/render.ts'
export {
  type Choice,
  type Listed,
  type PublishedArticle,
  publishedArticle,
  publishedArticles,
} from './published.ts'
export { type PublishedFile, publishedFiles } from './published-files.ts'
export {
  helpfulKinds,
  linkedArticles,
  type PublishedAddress,
  publishedAddresses,
  publishedCounts,
} from './published-index.ts'
export { articleRows } from './queries.ts'
export { realtime } from './realtime.ts'
export { routes } from './routes.ts'
export { createArticle } from './save-article.ts'
export { type ArticleHit, type Found, type SearchWanted, searchArticles } from './search.ts'
export { countView, popularArticles, writeViews } from './views.ts'
export { type Vote, type VoteReason, voteOnArticle, voteReasons } from './votes.ts'
