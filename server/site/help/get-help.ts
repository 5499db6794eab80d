// How to get help well: for each kind of problem the way that fits, of those that are on, and what to have ready.
import type { Topic } from '../../../contract/conversations.ts'
import type { Shown } from '../../platform/pages.ts'
import { type Html, html } from '../html.ts'
import type { SiteVisit } from '../layout.ts'
import type { Words } from '../words.ts'
import { helpPage } from './help-page.ts'
import { opened } from './opened.ts'
import { formUrl, type Ways, waysOf } from './ways-on.ts'

type Way = 'chat' | 'form' | 'email'

interface Problem {
  name:
    | 'deposit'
    | 'withdrawal'
    | 'locked'
    | 'stolen'
    | 'sign_in'
    | 'dispute'
    | 'api'
    | 'identity'
    | 'app'
    | 'suspicious'
  topic: Topic
  /** The best first. */
  ways: readonly Way[]
  /** Whoever has it can't sign in at the exchange. */
  signedOut?: true
}

const inWriting: readonly Way[] = ['form', 'email', 'chat']
const atOnce: readonly Way[] = ['chat', 'form', 'email']

/** What can't wait first. */
const problems: readonly Problem[] = [
  { name: 'stolen', topic: 'security', ways: ['form', 'email', 'chat'] },
  { name: 'sign_in', topic: 'account', ways: inWriting, signedOut: true },
  { name: 'locked', topic: 'account', ways: inWriting, signedOut: true },
  { name: 'deposit', topic: 'deposit', ways: inWriting },
  { name: 'withdrawal', topic: 'withdrawal', ways: inWriting },
  { name: 'dispute', topic: 'trading', ways: inWriting },
  { name: 'identity', topic: 'account', ways: inWriting },
  { name: 'api', topic: 'api', ways: inWriting },
  { name: 'app', topic: 'other', ways: atOnce },
  { name: 'suspicious', topic: 'security', ways: inWriting },
]

export async function showGetHelp(visit: SiteVisit): Promise<Shown> {
  const help = await opened(visit)
  const { words, settings } = help
  const { h, t } = words
  const ways = await waysOf(help)
  const body = html`<p class="summary soft">${h('guide_text')}</p>
<p class="notice bad">${t('never_ask')}</p>
<section class="card" aria-labelledby="first"><h2 id="first">${h('guide_first')}</h2>
<ol class="steps">${([1, 2, 3, 4] as const).map(step => html`<li>${h(`guide_step_${step}`)}</li>`)}</ol></section>
${problems.map(problem => problemOf(words, problem, ways, settings.name))}`
  return helpPage(help, {
    at: 'get-help',
    title: h('get_help'),
    description: h('guide_description', { desk: settings.name }),
    body,
  })
}

function problemOf(words: Words, problem: Problem, ways: Ways, desk: string): Html {
  const { name, topic, ways: wanted, signedOut } = problem
  const { h } = words
  const fitting = wanted.filter(way => (signedOut ? isForAll(way, ways) : isOn(way, ways)))
  const [best, ...others] = fitting
  return html`<section class="card" aria-labelledby="${name}"><h2 id="${name}">${h(`problem_${name}`)}</h2>
<p>${h(`problem_${name}_do`)}</p>
<p><b>${h('have_ready')}</b> ${h(`problem_${name}_ready`)}</p>
${best ? wayOf(words, best, { topic, ways, desk }) : html`<p>${h('ways_none')}</p>`}
${others.length > 0 && html`<div class="soft small">${others.map(way => wayOf(words, way, { topic, ways, desk }, true))}</div>`}
</section>`
}

const isOn = (way: Way, ways: Ways): boolean => (way === 'email' ? ways.addresses.length > 0 : ways[way])

/** Chat is for those who are signed in at the exchange. */
const isForAll = (way: Way, ways: Ways): boolean =>
  way === 'form' ? ways.formIsForAll : way === 'email' && isOn(way, ways)

interface About {
  topic: Topic
  ways: Ways
  desk: string
}

function wayOf({ locale, h, t }: Words, way: Way, { topic, ways, desk }: About, isOther = false): Html {
  const lead = isOther ? h('or_else') : h('best_way')
  if (way === 'chat') return html`<p><b>${lead}</b> ${t('home_chat')}. ${t('home_chat_text', { desk })}</p>`
  if (way === 'form')
    return html`<p><b>${lead}</b> <a href="${formUrl(locale, topic)}">${h(ways.formIsForAll ? 'way_form' : 'way_form_signed_in')}</a></p>`
  return html`<p><b>${lead}</b> ${h('way_email')} ${ways.addresses.map(address => html` <a href="mailto:${address}">${address}</a>`)}</p>`
}
