// One simulated customer: writes, waits, answers, says thanks or loses patience, and goes.
import type { CustomerConversation, CustomerEntry } from '../../contract/conversations.ts'
import { type Customer, welcomeCustomer } from '../desk/customer.ts'
import { type Line, Refused } from '../desk/line.ts'
import { openingOf } from '../desk/past.ts'
import { sessionOf } from '../desk/seed.ts'
import type { SupportKey } from '../exchange/support-token.ts'
import { wordsIn } from './cases.ts'
import type { KnownStories } from './known-stories.ts'
import type { Pace } from './pace.ts'
import type { Random } from './random.ts'
import type { Story } from './story.ts'

export interface Surroundings {
  line: Line
  pace: Pace
  key: SupportKey
  stories: KnownStories
}

/** How long (ms) people of each mood wait for a first answer before they ask again, and how often they do. */
const patience = {
  calm: [70_000, 2],
  polite: [90_000, 1],
  nervous: [45_000, 3],
  angry: [35_000, 3],
} as const

/** Begins a customer's visit; everything after happens by the pace. */
export async function visit(around: Surroundings, random: Random, story: Story): Promise<void> {
  const { line, pace, key, stories } = around
  const customer = await welcomeCustomer(line, await sessionOf(story, key, pace.now()))
  const live = random.chance(0.78)
  const { id } = await customer.open(openingOf(story, live))
  stories.note(id, story)
  const life: Life = {
    customer,
    random,
    story,
    pace,
    said: 0,
    asked: 0,
    heardAt: pace.now().getTime(),
    gone: false,
  }
  if (live || random.chance(0.4)) look(life)
}

interface Life {
  customer: Customer
  random: Random
  story: Story
  pace: Pace
  /** How many of the story's replies were given. */
  said: number
  /** How often they asked whether anybody is there. */
  asked: number
  /** When (ms) something happened last. */
  heardAt: number
  gone: boolean
}

/** Has the customer look at the chat again in a few seconds. */
function look(life: Life): void {
  const { pace, random } = life
  if (life.gone) return
  pace.after(random.between(3_000, 6_000), () => endingQuietly(life, () => lookOnce(life)))
}

/** The desk may have closed the conversation, or be out of reach for a while; the story just ends there. */
async function endingQuietly(life: Life, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    life.gone = true
    if (!(error instanceof Refused) || error.code !== 'conversation_closed') throw error
  }
}

async function lookOnce(life: Life): Promise<void> {
  const { customer, pace } = life
  const { conversation, entries } = await customer.news()
  const answers = entries.filter(isAnswer)
  if (answers.length > 0) {
    life.heardAt = pace.now().getTime()
    await customer.read()
    return respond(life, answers.at(-1)!.body.length)
  }
  if (conversation.status === 'solved' || conversation.status === 'closed') {
    life.gone = true
    return
  }
  await waitOrGo(life, conversation)
}

type Message = Extract<CustomerEntry, { kind: 'message' }>
const isAnswer = (entry: CustomerEntry): entry is Message =>
  entry.kind === 'message' && entry.author.kind === 'staff'

/** Reads what came, thinks, types, sends. */
function respond(life: Life, length: number): void {
  const { random, story, pace } = life
  const reply = story.replies[life.said] ?? (life.said === story.replies.length ? story.thanks : undefined)
  if (reply === undefined) {
    life.gone = true
    return
  }
  life.said += 1
  const ms = 3_000 + length * 15 + reply.length * 90 + random.skewed(0, 15_000)
  pace.after(ms, () =>
    endingQuietly(life, async () => {
      await life.customer.say(reply)
      life.heardAt = pace.now().getTime()
      if (reply === story.thanks) return goodbye(life)
      look(life)
    }),
  )
}

/** Some press “solved”, some just close the page; the desk notices both. */
async function goodbye(life: Life): Promise<void> {
  life.gone = true
  if (life.random.chance(0.35)) await life.customer.solve()
}

async function waitOrGo(life: Life, { live }: CustomerConversation): Promise<void> {
  const { customer, random, story, pace } = life
  const [wait, mostAsked] = patience[story.mood]
  const waited = pace.now().getTime() - life.heardAt
  if (waited > wait) {
    const words = wordsIn[story.language]
    life.heardAt = pace.now().getTime()
    if (life.asked < mostAsked) {
      life.asked += 1
      await customer.say(random.pick(words.waiting))
    } else {
      life.gone = true
      if (random.chance(0.6)) await customer.say(random.pick(words.leaving))
      if (live) await customer.leave()
    }
  }
  look(life)
}
