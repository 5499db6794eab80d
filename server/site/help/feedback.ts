// What readers say of an article: whether it helped, and then, if they like, why not.
import {
  publishedArticle,
  type VoteReason,
  voteOnArticle,
  voteReasons,
} from '../../modules/knowledge/index.ts'
import { nobody } from '../../platform/context.ts'
import { AppError, notFound } from '../../platform/errors.ts'
import type { Shown } from '../../platform/pages.ts'
import { choice, hidden, longField } from '../fields.ts'
import { type Html, html } from '../html.ts'
import type { SiteVisit } from '../layout.ts'
import type { Words } from '../words.ts'
import { articleAt, articleUrl } from './addresses.ts'
import { helpPage } from './help-page.ts'
import { opened, slugIn } from './opened.ts'
import { crumbsTo, nearestContact } from './topic.ts'
import { topicTree } from './topic-tree.ts'
import { waysOn } from './ways-on.ts'

const isReason = (text: string): text is VoteReason => (voteReasons as readonly string[]).includes(text)

/** @throws AppError not_found, invalid_input where it is neither yes nor no */
export async function vote(visit: SiteVisit): Promise<Shown> {
  const { desk, form, caller, locale } = visit
  const slug = slugIn(visit)
  const said = form.text('helpful')
  if (said !== 'yes' && said !== 'no') throw new AppError('invalid_input')
  const article = await publishedArticle(desk.read(nobody), slug, locale)
  if (!article || 'movedTo' in article) throw notFound()
  const reason = form.text('reason')
  const comment = form.text('comment')
  await desk.transact(nobody, ctx =>
    voteOnArticle(ctx, {
      slug,
      locale: article.locale,
      helpful: said === 'yes',
      reason: isReason(reason) ? reason : null,
      comment,
      voter: [caller.ip, caller.userAgent],
    }),
  )
  const isLast = said === 'yes' || form.text('asked') === 'yes'
  return { to: `${articleUrl(locale, slug)}/feedback?said=${isLast ? 'thanks' : 'no'}` }
}

/** @throws AppError not_found */
export async function showFeedback(visit: SiteVisit): Promise<Shown> {
  const help = await opened(visit)
  const { ctx, words } = help
  const { h, locale } = words
  const article = await publishedArticle(ctx, slugIn(visit), locale)
  if (!article) throw notFound()
  const slug = 'movedTo' in article ? article.movedTo : article.slug
  if ('movedTo' in article) return { to: articleUrl(locale, slug), permanent: true }
  const topic = (await topicTree(help)).byId.get(article.topicId ?? '')
  const wasNo = visit.query.said === 'no'
  const body = html`${wasNo ? reasonForm(words, slug) : html`<p class="card">${h('vote_thanks_text')}</p>`}
${await waysOn(help, nearestContact(topic))}
<p><a href="${articleUrl(locale, slug)}">${h('back_to_article')}</a></p>`
  return helpPage(help, {
    at: `${articleAt(slug)}/feedback`,
    title: wasNo ? h('vote_no_title') : h('vote_thanks'),
    description: article.title,
    body,
    crumbs: [...crumbsTo(topic), { name: article.title, at: articleAt(slug) }],
    hidden: true,
  })
}

function reasonForm({ locale, h, t }: Words, slug: string): Html {
  const reasons = voteReasons.map(value => ({ value, label: h(`reason_${value}`) }))
  return html`<form class="card" method="post" action="${articleUrl(locale, slug)}/feedback">
<p>${h('vote_no_text')}</p>
${hidden('helpful', 'no')}${hidden('asked', 'yes')}
${choice({ name: 'reason', label: h('reason'), optional: t('optional') }, reasons, h('reason_none'))}
${longField({ name: 'comment', label: h('comment'), hint: h('comment_hint'), optional: t('optional') })}
<p class="actions"><button>${h('vote_send')}</button></p>
</form>`
}
