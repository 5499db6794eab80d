// A market day: customers who come at a rate, agents who answer some of them. The same seed gives the same day.
import type { Line } from '../desk/line.ts'
import type { SupportKey } from '../exchange/support-token.ts'
import { agents, type Colleague } from '../people.ts'
import { work } from './agent-life.ts'
import { visit } from './customer-life.ts'
import { knownStories } from './known-stories.ts'
import { marketDay } from './market-day.ts'
import type { Pace } from './pace.ts'
import { createRandom } from './random.ts'
import { drawStory } from './story.ts'

export interface Simulation {
  line: Line
  pace: Pace
  key: SupportKey
  /** The desk's own origin. */
  origin: string
  seed: number
  /** Customers a minute while the market is calm; 0 sends nobody. */
  rate: number
  /** Who is played; the others are the newcomer's to play. */
  played?: readonly Colleague[]
  /** Told when the market begins to drop, and when it is calm again. */
  weather?: (crash: boolean) => void
}

/** Starts the day; `end` has the agents go home. Stop the pace first. */
export async function simulate(given: Simulation): Promise<{ end(): Promise<void> }> {
  const { line, pace, key, origin, played = agents } = given
  const random = createRandom(given.seed)
  const stories = knownStories()
  const atWork: { end(): Promise<void> }[] = []
  for (const person of played) {
    atWork.push(await work({ line, pace, random: random.fork(), stories, origin }, person))
  }
  if (given.rate > 0) comeAndGo({ ...given, around: { line, pace, key, stories } }, random)
  return {
    end: async () => {
      await Promise.allSettled(atWork.map(agent => agent.end()))
    },
  }
}

function comeAndGo(
  { pace, rate, weather, around }: Simulation & { around: Parameters<typeof visit>[0] },
  random: ReturnType<typeof createRandom>,
): void {
  const day = marketDay(random.fork(), rate)
  const start = pace.now().getTime()
  let wasCrash = false
  const next = (ms: number) =>
    pace.after(ms, async () => {
      const { crash, rate: now } = day((pace.now().getTime() - start) / 1000)
      if (crash !== wasCrash) weather?.(crash)
      wasCrash = crash
      next(Math.min(random.wait(60_000 / now), (3 * 60_000) / now))
      const own = random.fork()
      await visit(around, own, drawStory(own, { crash }))
    })
  // The first ones at once: nobody likes to look at an empty line.
  for (const ms of [200, 2_500, 6_000]) {
    const own = random.fork()
    pace.after(ms, () => visit(around, own, drawStory(own)))
  }
  next(9_000)
}
