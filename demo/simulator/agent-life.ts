// One simulated agent: on duty, answers one conversation at a time at a human speed, and leaves some of the work to others.
import type { Conversation, StaffEntry } from '../../contract/conversations.ts'
import { type AtWork, signIn } from '../desk/colleague.ts'
import { type Line, Refused } from '../desk/line.ts'
import type { Colleague } from '../people.ts'
import { wordsIn } from './cases.ts'
import type { KnownStories } from './known-stories.ts'
import type { Pace } from './pace.ts'
import type { Random } from './random.ts'

export interface Workplace {
  line: Line
  pace: Pace
  random: Random
  stories: KnownStories
  /** The desk's own origin. */
  origin: string
}

const capacity = 3
/** How long (ms) somebody without a story, such as the newcomer trying the widget, is left to a human. */
const leftToHumans = 30_000

/** Signs the colleague in and sets them to work; gives what ends their day. */
export async function work({ line, pace, random, stories, origin }: Workplace, person: Colleague) {
  const colleague = await signIn(line, person, origin)
  const duty = (available: boolean) => colleague.ask('PUT', '/api/presence/me', { available, capacity })
  await duty(true)
  const day: Day = { colleague, pace, random, stories, began: pace.now().getTime() }
  stayOnDuty(day, duty)
  turn(day)
  return {
    end: async () => {
      await duty(false)
      await colleague.signOut()
    },
  }
}

interface Day {
  colleague: AtWork
  pace: Pace
  random: Random
  stories: KnownStories
  /** When (ms) the day began: what lay here before is the newcomer's to answer. */
  began: number
}

/** Whoever gives no sign of life counts as gone after a minute; a console's socket does this for people. */
function stayOnDuty(day: Day, duty: (available: boolean) => Promise<void>): void {
  day.pace.after(20_000, async () => {
    stayOnDuty(day, duty)
    await duty(true)
  })
}

/** The next look at the inbox, and everything that comes of it. */
function turn(day: Day): void {
  day.pace.after(day.random.between(2_500, 6_000), () => guarded(day, () => lookForWork(day)))
}

/** Does one thing; unless it leads to another, the inbox is looked at again. */
async function guarded(day: Day, work: () => Promise<boolean>): Promise<void> {
  let busy = false
  try {
    busy = await work()
  } catch (error) {
    // A colleague was faster, or the customer is done: nothing to do here any more.
    if (!(error instanceof Refused) || error.status !== 409) throw error
  } finally {
    if (!busy) turn(day)
  }
}

async function lookForWork(day: Day): Promise<boolean> {
  const { colleague, pace, stories, began } = day
  const page = await colleague.ask('GET', '/api/conversations?view=mine&sort=oldest&limit=40')
  const now = pace.now().getTime()
  const next = (page.conversations as Conversation[]).find(
    ({ id, lastAuthor, status, createdAt, lastEntryAt }) =>
      lastAuthor === 'customer' &&
      status === 'open' &&
      (stories.find(id) || (Date.parse(createdAt) >= began && now - Date.parse(lastEntryAt) > leftToHumans)),
  )
  return next ? read(day, next) : false
}

/** Reads the conversation and begins to type; the answer is sent as much later as people take for that. */
async function read(day: Day, conversation: Conversation): Promise<boolean> {
  const { colleague, random, pace } = day
  const { id, seq } = conversation
  const { entries } = await colleague.ask('GET', `/api/conversations/${id}/entries?limit=500`)
  await colleague.ask('POST', `/api/conversations/${id}/read`, { seq })
  const next = nextWords(day, conversation, entries)
  if (!next) return false
  await describe(day, conversation)
  const ms = 4_000 + lastBody(entries).length * 20 + next.text.length * 20 + random.skewed(0, 14_000)
  pace.after(Math.min(ms, 40_000), () => guarded(day, () => answer(day, conversation, next)))
  return true
}

async function answer(
  { colleague, stories, random }: Day,
  { id, seq }: Conversation,
  { text, done }: { text: string; done: boolean },
): Promise<boolean> {
  await colleague.answer(id, text, { seen: seq, ...(done && { then: 'solved' }) })
  if (stories.find(id) && random.chance(0.12)) {
    await colleague.note(id, random.pick(wordsIn[colleague.person.locale].agent.notes))
  }
  return false
}

/** What to say now: the story's next answer, a goodbye, or to a stranger something that is never wrong. */
function nextWords(
  { random, stories, colleague }: Day,
  { id, locale }: Conversation,
  entries: StaffEntry[],
): { text: string; done: boolean } | null {
  const story = stories.find(id)
  const words = wordsIn[locale.startsWith('zh') ? 'zh' : 'en'].agent
  const mine = entries.filter(entry => entry.kind === 'message' && entry.author.kind === 'staff')
  if (!story) {
    const said = mine.filter(entry => entry.author.id === colleague.id).length
    if (said >= 2) return null
    return {
      text: random.pick(said === 0 && mine.length === 0 ? words.unknown : words.unknownAgain),
      done: false,
    }
  }
  const thanked = entries.some(entry => entry.kind === 'message' && entry.body === story.thanks)
  if (thanked) return { text: random.pick(words.goodbye), done: true }
  const text = story.answers[mine.length]
  return text === undefined ? { text: random.pick(words.goodbye), done: true } : { text, done: false }
}

/** Tags, team and priority, once; a colleague who looks for similar ones finds them. */
async function describe({ colleague, stories }: Day, conversation: Conversation): Promise<void> {
  const story = stories.find(conversation.id)
  if (!story || conversation.tags.length > 0) return
  const { tags, priority } = story.about
  await colleague.change(conversation.id, { tags: [...tags], ...(priority && { priority }) })
}

const lastBody = (entries: StaffEntry[]): string => {
  const last = entries.findLast(entry => entry.kind === 'message')
  return last?.kind === 'message' ? last.body : ''
}
