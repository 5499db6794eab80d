// What happened at the desk before the newcomer came: conversations in every state, each step at its time.
import type { Status } from '../../contract/conversations.ts'
import { agents, type Colleague, exchange, newcomer } from '../people.ts'
import { wordsIn } from '../simulator/cases.ts'
import type { Random } from '../simulator/random.ts'
import { drawStory, type Story } from '../simulator/story.ts'
import type { AtWork } from './colleague.ts'
import type { Customer } from './customer.ts'

/** Where a past conversation stands today, and how many of them there are. */
export const ends: Readonly<Record<Exclude<Status, 'assistant' | 'merged'>, number>> = {
  solved: 58,
  closed: 28,
  waiting: 16,
  open: 26,
  on_hold: 9,
  snoozed: 8,
  queued: 5,
}

/** What a step may use; `customer` and `conversationId` are there from the first step on. */
export interface Scene {
  arrive(story: Story): Promise<Customer>
  colleague(person: Colleague): AtWork
  teamId(story: Story): string
}

export interface Step {
  at: number
  act(scene: Scene): Promise<void>
}

const minute = 60_000
const hour = 60 * minute

/** The steps of all past conversations up to `now` (ms), in order of time. */
export function pastSteps(random: Random, now: number): Step[] {
  const steps: Step[] = []
  for (const [end, count] of Object.entries(ends) as [keyof typeof ends, number][]) {
    for (let index = 0; index < count; index++) {
      steps.push(...over(stepsOf(random.fork(), end, beginning(random, end, now), now), random, now))
    }
  }
  return steps.sort((one, other) => one.at - other.at)
}

/** The same steps, as much earlier as it takes for the last one to be in the past. */
function over(steps: Step[], random: Random, now: number): Step[] {
  const late = Math.max(0, steps.at(-1)!.at + 1_000 - now)
  const shift = late && late + random.between(10, 1_500) * 1_000
  return steps.map(step => ({ ...step, at: step.at - shift }))
}

/** The further somebody is, the longer ago they began. */
function beginning(random: Random, end: keyof typeof ends, now: number): number {
  if (end === 'queued') return now - random.between(15, 80) * 1000
  if (end === 'closed') return now - random.between(40, 130) * hour
  if (end === 'solved') return now - 2 * hour - random.skewed(0, 90 * hour)
  return now - hour - random.skewed(0, 40 * hour)
}

function stepsOf(random: Random, end: keyof typeof ends, start: number, now: number): Step[] {
  const story = drawStory(random)
  const live = end === 'queued' || random.chance(0.6)
  const cast = {
    story,
    live,
    agent: agentFor(random, story, end),
    customer: undefined as unknown as Customer,
    id: '',
  }
  const steps: Step[] = []
  let at = start
  const then = (least: number, most: number, act: Step['act']) => {
    steps.push({ at, act })
    at += random.skewed(least, most)
  }
  then(live ? 20_000 : 10 * minute, live ? 4 * minute : 3 * hour, async scene => {
    cast.customer = await scene.arrive(story)
    const { id } = await cast.customer.open(openingOf(story, live))
    cast.id = id
  })
  const untouched = end === 'queued' || (end === 'open' && random.chance(0.5))
  if (untouched) {
    if (end === 'open' && live) then(0, 0, () => cast.customer.leave())
    return steps
  }
  then(5_000, minute, scene => take(scene, cast))
  const isDone = end === 'solved' || end === 'closed'
  for (const [turn, answer] of story.answers.entries()) {
    const last = turn === story.answers.length - 1
    if (end === 'waiting' && last) break
    const status = end === 'waiting' && turn === story.answers.length - 2 ? 'waiting' : undefined
    if (!isDone && last) break
    then(live ? 30_000 : 10 * minute, live ? 3 * minute : 4 * hour, async scene => {
      await scene.colleague(cast.agent).answer(cast.id, answer, status && { then: status })
      await cast.customer.news()
      await cast.customer.read()
    })
    const reply = story.replies[turn]
    if (reply && status !== 'waiting')
      then(30_000, live ? 3 * minute : 2 * hour, () => cast.customer.say(reply))
  }
  if (live && !isDone) then(minute, 2 * minute, () => cast.customer.leave())
  ending(random, end, cast, then, now)
  return steps
}

interface Cast {
  story: Story
  live: boolean
  agent: Colleague
  customer: Customer
  id: string
}
type Then = (least: number, most: number, act: Step['act']) => void

function ending(random: Random, end: keyof typeof ends, cast: Cast, then: Then, now: number): void {
  const { story, agent } = cast
  const mine = (scene: Scene) => scene.colleague(agent)
  const note = random.pick(wordsIn[agent.locale].agent.notes)
  if (end === 'solved' || end === 'closed') {
    if (random.chance(0.7)) then(minute, 5 * minute, () => cast.customer.say(story.thanks))
    const goodbye = random.pick(wordsIn[story.language].agent.goodbye)
    then(24 * hour, 30 * hour, async scene => {
      await mine(scene).answer(cast.id, goodbye, { then: 'solved' })
      await cast.customer.news()
      await cast.customer.read()
    })
    if (end === 'closed') then(0, 0, scene => mine(scene).change(cast.id, { status: 'closed' }))
    return
  }
  if (end === 'on_hold' || end === 'snoozed' || random.chance(0.2)) {
    then(0, minute, scene => mine(scene).note(cast.id, note))
  }
  if (end === 'on_hold') then(0, 0, scene => mine(scene).change(cast.id, { status: 'on_hold' }))
  if (end === 'snoozed') {
    const snoozedUntil = new Date(now + random.between(2, 40) * hour).toISOString()
    then(0, 0, scene => mine(scene).change(cast.id, { status: 'snoozed', snoozedUntil }))
  }
}

async function take(scene: Scene, { agent, id, story }: Cast): Promise<void> {
  const { tags, priority } = story.about
  const colleague = scene.colleague(agent)
  await colleague.change(id, {
    assigneeId: colleague.id,
    teamId: scene.teamId(story),
    tags: [...tags],
    ...(priority && { priority }),
  })
}

function agentFor(random: Random, { language, about }: Story, end: keyof typeof ends): Colleague {
  // Whoever signs in first finds something of their own to do.
  if (end !== 'closed' && random.chance(end === 'solved' ? 0.1 : 0.25)) return newcomer
  const able = agents.filter(
    ({ languages, teams }) => languages.includes(language) && teams.includes(about.team),
  )
  return random.pick(able.length > 0 ? able : agents)
}

const pages = {
  deposit: '/wallet',
  withdrawal: '/wallet',
  trading: '/trade/BTC-USDT',
  api: '/account',
} as const

/** A first message as the widget of the exchange's page would send it. */
export const openingOf = (story: Story, live: boolean) => ({
  body: story.opening,
  topic: story.about.topic,
  language: story.language,
  live,
  page: `https://${exchange.domain}${(pages as Record<string, string>)[story.about.topic] ?? '/'}`,
  ...(!story.customer.verified && { name: story.customer.name, email: story.customer.email }),
})
