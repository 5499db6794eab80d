// One customer's story, drawn before it is lived: who, about what, in which mood, and what both sides will say.
import type { Language } from '../languages.ts'
import { customerNames, exchange } from '../people.ts'
import { type Case, type CaseName, caseNames, caseOf, wordsIn } from './cases.ts'
import { drawFacts, type Facts, tell } from './facts.ts'
import type { Random } from './random.ts'
import { drawMood, type Mood, opening, spoken } from './speech.ts'

export interface Story {
  name: CaseName
  about: Case
  language: Language
  facts: Facts
  mood: Mood
  customer: { uid: string; name: string; email: string; verified: boolean }
  opening: string
  /** What the agent says, in order. */
  answers: string[]
  /** What the customer says after each answer but the last. */
  replies: string[]
  thanks: string
}

export interface StoryWishes {
  language?: Language
  name?: CaseName
  /** Cases come up more often when the market falls. */
  crash?: boolean
}

const inACrash: readonly CaseName[] = [
  'liquidation',
  'order_not_filled',
  'stop_order',
  'withdrawal_pending',
  'api_rate_limit',
  'app_fault',
  'deposit_confirming',
]

/** Draws a story; the same random numbers give the same one. */
export function drawStory(random: Random, wishes: StoryWishes = {}): Story {
  const language = wishes.language ?? (random.chance(0.45) ? 'zh' : 'en')
  const name = wishes.name ?? random.pick(wishes.crash && random.chance(0.75) ? inACrash : caseNames)
  const customer = drawCustomer(random, language, name)
  const facts = drawFacts(random, name, language, customer.uid)
  const mood = drawMood(random)
  const { turns } = wordsIn[language].told[name]
  const told = turns.map(turn => tell(turn, facts))
  return {
    name,
    about: caseOf(name),
    language,
    facts,
    mood,
    customer,
    opening: opening(random, name, language, facts, mood),
    answers: told.filter((_, index) => index % 2 === 0),
    replies: told.filter((_, index) => index % 2 === 1).map(text => spoken(random, text, language, mood)),
    thanks: thanks(random, language, mood),
  }
}

function drawCustomer(random: Random, language: Language, name: CaseName): Story['customer'] {
  const { given, family } = customerNames[language]
  const uid = String(random.between(20_000_000, 89_999_999))
  const [first, last] = [random.pick(given), random.pick(family)]
  // Who can't sign in has nobody to vouch for them.
  const verified = name !== 'two_factor_lost' && name !== 'email_change' && random.chance(0.7)
  return {
    uid,
    name: language === 'zh' ? `${last}${first}` : `${first} ${last}`,
    email: `${language === 'zh' ? 'user' : first.toLowerCase()}.${uid.slice(-4)}@mail.${exchange.domain}`,
    verified,
  }
}

function thanks(random: Random, language: Language, mood: Mood): string {
  const words = wordsIn[language]
  const text = random.pick(words.thanks)
  return mood !== 'angry' && random.chance(0.3) ? `${text} ${random.pick(words.emoji.glad)}` : text
}
