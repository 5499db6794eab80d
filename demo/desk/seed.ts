// Fills an empty desk once: the set-up, then days of conversations, lived through the public API on a clock that is moved.
import { type AppOptions, createApp } from '../../server/app.ts'
import { settableClock } from '../../server/platform/clock.ts'
import { type SupportKey, supportToken } from '../exchange/support-token.ts'
import { agents, type Colleague, newcomer } from '../people.ts'
import { createRandom } from '../simulator/random.ts'
import type { Story } from '../simulator/story.ts'
import { type AtWork, signIn } from './colleague.ts'
import { welcomeCustomer } from './customer.ts'
import { type Line, straightInto } from './line.ts'
import { pastSteps, type Scene } from './past.ts'
import { setUp } from './set-up.ts'

export interface SeedOptions {
  /** Hosts whose pages may show the widget. */
  sites: string[]
  seed: number
  /** Told how far it is, 0 to 1. */
  progress?: (share: number) => void
}

/** Fills the desk of `options`, up to the time of its clock; gives the key that the exchange signs with. */
export async function seedDesk(
  options: AppOptions,
  { sites, seed, progress }: SeedOptions,
): Promise<SupportKey> {
  const now = options.clock()
  const steps = pastSteps(createRandom(seed), now.getTime())
  const clock = settableClock(new Date((steps[0]?.at ?? now.getTime()) - 3_600_000))
  // Whoever is interrupted starts over anyway, so nothing waits for the disk.
  const connection = { ...options.connection, options: '-c synchronous_commit=off' }
  const app = await createApp({ ...options, connection, clock, smtp: null })
  try {
    const line = straightInto(app.http)
    const origin = new URL(options.publicUrl).origin
    const { teams, key } = await setUp(app.desk, line, { origin, sites, now })
    const atWork = await clockIn(line, origin)
    const scene: Scene = {
      arrive: async story => welcomeCustomer(line, await sessionOf(story, key, clock())),
      colleague: person => atWork.get(person)!,
      teamId: story => teams[story.about.team],
    }
    for (const [index, step] of steps.entries()) {
      clock.set(new Date(step.at))
      await step.act(scene)
      if (index % 50 === 0) progress?.(index / steps.length)
    }
    clock.set(now)
    for (const colleague of atWork.values()) await colleague.signOut()
    return key
  } finally {
    await app.close()
  }
}

/** On duty, so that those who chat wait for somebody; whoever isn't really there goes off duty within a minute. */
async function clockIn(line: Line, origin: string): Promise<Map<Colleague, AtWork>> {
  const atWork = new Map<Colleague, AtWork>()
  for (const person of agents) {
    const colleague = await signIn(line, person, origin)
    await colleague.ask('PUT', '/api/presence/me', { available: true, capacity: 4 })
    atWork.set(person, colleague)
  }
  // The newcomer says themselves when they are on duty.
  atWork.set(newcomer, await signIn(line, newcomer, origin))
  return atWork
}

/** What the widget would send to open this customer's session. */
export async function sessionOf({ customer, language }: Story, key: SupportKey, now: Date) {
  if (!customer.verified) return { locale: language }
  return { locale: language, identity: await supportToken(key, { ...customer, locale: language }, now) }
}
