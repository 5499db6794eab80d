// The search page: what fits, by kind, topic and level, or honestly nothing, with the ways on.
import { articleKinds, articleLevels } from '../../../contract/articles.ts'
import { Id } from '../../../contract/common.ts'
import type { Fee } from '../../../contract/knowledge.ts'
import {
  type ArticleHit,
  type Found,
  listFees,
  noteSearch,
  openedPath,
  searchArticles,
} from '../../modules/knowledge/index.ts'
import { newId } from '../../platform/ids.ts'
import type { Shown } from '../../platform/pages.ts'
import { type Html, html, raw } from '../html.ts'
import type { SiteVisit } from '../layout.ts'
import type { Words } from '../words.ts'
import { helpUrl, withQuery } from './addresses.ts'
import { foreign } from './article-list.ts'
import { feesNamed, feeTable } from './fee-table.ts'
import { helpPage, searchForm } from './help-page.ts'
import { opened } from './opened.ts'
import { topicSection } from './start.ts'
import { type TopicTree, topicTree } from './topic-tree.ts'
import { waysOn } from './ways-on.ts'

const most = 20
const longestQuery = 200

export async function showSearch(visit: SiteVisit): Promise<Shown> {
  const help = await opened(visit)
  const { ctx, words } = help
  const { h } = words
  const tree = await topicTree(help)
  const chosen = chosenIn(visit, tree)
  const [found, fees] = chosen.q
    ? await Promise.all([searchArticles(ctx, wantedOf(chosen, words.locale, tree)), listFees(ctx)])
    : [undefined, []]
  if (found) note(visit, chosen, found)
  const named = feesNamed(fees, found?.corrected ?? chosen.q)
  const body = html`${searchForm(words, chosen.q, true)}
${found && resultsOf(words, found, chosen, tree, feesOf(words, named))}
${found?.total === 0 && nothing(words, tree)}
${!found && topicSection(words, withArticles(tree))}
${await waysOn(help)}`
  const title = chosen.q ? h('search_title', { query: chosen.q }) : h('search_label')
  return helpPage(help, { at: 'search', title, description: title, body, kind: 'results', hidden: true })
}

/** What was looked for, and not found, is what editors write next. */
function note({ desk, locale, reader }: SiteVisit, { q, search }: Choice, { hits, total }: Found): void {
  noteSearch(desk, {
    searchId: search,
    place: 'site',
    locale,
    text: q,
    found: total,
    offered: hits.map(({ id }) => id),
    customerId: reader?.actors[0].id ?? null,
  })
}

/** `search` is the id of the matter, which stays while somebody narrows what was found. */
type Choice = Record<'q' | 'kind' | 'topic' | 'level' | 'search', string>

/** What was asked for, without what there isn't. */
function chosenIn({ query }: SiteVisit, tree: TopicTree): Choice {
  const among = (value: string | undefined, all: readonly string[]) =>
    all.includes(value ?? '') ? value! : ''
  return {
    q: (query.q ?? '').slice(0, longestQuery).replaceAll('\0', '').toWellFormed().trim(),
    kind: among(query.kind, articleKinds),
    level: among(query.level, articleLevels),
    topic: tree.bySlug(query.topic ?? '')?.slug ?? '',
    search: Id.safeParse(query.search).data ?? newId(),
  }
}

function wantedOf({ q, kind, topic, level }: Choice, locale: string, tree: TopicTree) {
  const node = tree.bySlug(topic)
  return {
    text: q,
    locale,
    limit: most,
    counted: true,
    ...(kind && { kinds: [kind as (typeof articleKinds)[number]] }),
    ...(level && { levels: [level as (typeof articleLevels)[number]] }),
    ...(node && { topicIds: [node.id] }),
  }
}

function resultsOf(words: Words, found: Found, chosen: Choice, tree: TopicTree, fees: Html | false): Html {
  const { h } = words
  const total = Math.max(found.total, found.hits.length)
  return html`<p role="status">${found.total > 0 ? h('found', { count: total }) : h('found_none')}</p>
${found.corrected && html`<p class="notice">${h('corrected', { query: found.corrected })}</p>`}
${fees}
${facetsOf(words, found, chosen, tree)}
${found.hits.length > 0 && html`<ol class="hits">${found.hits.map(hit => hitOf(words, hit, tree, chosen.search))}</ol>`}
${total > found.hits.length && found.hits.length > 0 && html`<p class="soft small">${h('found_more', { count: found.hits.length })}</p>`}`
}

const feesOf = (words: Words, named: readonly Fee[]): Html | false =>
  named.length > 0 &&
  html`<section aria-labelledby="fees"><h2 id="fees">${words.h('fees')}</h2>
${feeTable(words, named)}
<p class="small"><a href="${helpUrl(words.locale, 'fees')}">${words.h('fees_all')}</a></p></section>`

function hitOf(words: Words, hit: ArticleHit, tree: TopicTree, searchId: string): Html {
  const { h, locale } = words
  const topic = tree.byId.get(hit.topicId ?? '')
  const own = foreign(words, hit.locale)
  return html`<li><a href="${openedPath(locale, searchId, hit.slug)}" rel="nofollow" ${own}>${marked(hit.titlePieces)}</a>
<p ${own}>${marked(hit.summaryPieces)}</p>
<p class="soft small">${h(`kind_${hit.kind}`)}${topic && html` · ${topic.name}`}${!hit.announces && html` · ${h(`level_${hit.level}`)}`}</p></li>
`
}

const marked = (pieces: ArticleHit['titlePieces']): Html =>
  html`${pieces.map(({ text, hit }) => (hit ? html`<mark>${text}</mark>` : text))}`

function facetsOf(words: Words, { facets }: Found, chosen: Choice, tree: TopicTree): Html | false {
  const { h } = words
  const known = (value: string, all: readonly string[]) => all.includes(value)
  const topics = Object.entries(facets.topics).flatMap(([id, count]) => {
    const topic = tree.byId.get(id)
    return topic ? [{ value: topic.slug, label: topic.name, count }] : []
  })
  const kinds = Object.entries(facets.kinds).flatMap(([value, count]) =>
    known(value, articleKinds)
      ? [{ value, label: h(`kind_${value as (typeof articleKinds)[number]}`), count }]
      : [],
  )
  const levels = Object.entries(facets.levels).flatMap(([value, count]) =>
    known(value, articleLevels)
      ? [{ value, label: h(`level_${value as (typeof articleLevels)[number]}`), count }]
      : [],
  )
  const groups = [
    facetOf(words, chosen, 'kind', h('facet_kind'), kinds),
    facetOf(words, chosen, 'topic', h('facet_topic'), topics),
    facetOf(words, chosen, 'level', h('facet_level'), levels),
  ].filter(group => group !== false)
  return groups.length > 0 && html`<nav class="facets" aria-label="${h('facets')}">${groups}</nav>`
}

interface FacetValue {
  value: string
  label: string
  count: number
}

/** Nothing where there is no choice. */
function facetOf(
  { locale, h }: Words,
  chosen: Choice,
  name: 'kind' | 'topic' | 'level',
  title: string,
  values: readonly FacetValue[],
): Html | false {
  if (values.length < 2 && !chosen[name]) return false
  const to = (value: string) => withQuery(helpUrl(locale, 'search'), { ...chosen, [name]: value })
  const sorted = values.toSorted((one, other) => other.count - one.count)
  return html`<div><b id="facet-${name}">${title}</b><ul aria-labelledby="facet-${name}">
<li><a href="${to('')}" ${!chosen[name] && raw('aria-current="true"')}>${h('facet_all')}</a></li>
${sorted.map(
  ({ value, label, count }) =>
    html`<li><a href="${to(value)}" ${value === chosen[name] && raw('aria-current="true"')}>${label} <span class="soft">${count}</span></a></li>
`,
)}</ul></div>`
}

const withArticles = ({ roots }: TopicTree) => roots.filter(({ count }) => count > 0)

const nothing = (words: Words, tree: TopicTree): Html =>
  html`<div class="notice wait"><p>${words.h('nothing_text')}</p></div>
${topicSection(words, withArticles(tree))}`
