// How customers really write: in a hurry, with typos, emoji and words of another language.
import type { Language } from '../languages.ts'
import { type CaseName, wordsIn } from './cases.ts'
import { type Facts, tell } from './facts.ts'
import type { Random } from './random.ts'

export const moods = ['calm', 'polite', 'nervous', 'angry'] as const
export type Mood = (typeof moods)[number]

export const drawMood = (random: Random): Mood =>
  random.pick(['calm', 'calm', 'calm', 'polite', 'polite', 'nervous', 'nervous', 'angry'] as const)

/** Somebody's first message about a case. */
export function opening(
  random: Random,
  name: CaseName,
  language: Language,
  facts: Facts,
  mood: Mood,
): string {
  const words = wordsIn[language]
  const question = coloured(random, tell(random.pick(words.told[name].openings), facts), language, mood)
  const greeting = mood === 'angry' || random.chance(0.5) ? '' : random.pick(words.greetings)
  const parts = [greeting && `${greeting}${language === 'zh' ? '，' : ', '}`, question]
  if (mood === 'polite') parts.push(' ', random.pick(words.polite))
  if (mood === 'nervous' && random.chance(0.6)) parts.push(' ', random.pick(words.urgent))
  return parts.join('')
}

/** A later message of the same person. */
export const spoken = (random: Random, text: string, language: Language, mood: Mood): string =>
  coloured(random, text, language, mood)

function coloured(random: Random, given: string, language: Language, mood: Mood): string {
  let text = given
  if (random.chance(0.06)) text = mixed(text, language)
  if (language === 'en' && random.chance(0.25)) text = typed(random, text)
  if (mood === 'angry' && random.chance(0.5))
    text = text.replace(/[.?。？]?$/, language === 'zh' ? '！！！' : '!!!')
  if (random.chance(0.2)) text += ` ${emojiFor(random, language, mood)}`
  return text
}

const emojiFor = (random: Random, language: Language, mood: Mood) => {
  const { calm, upset } = wordsIn[language].emoji
  return random.pick(mood === 'calm' || mood === 'polite' ? calm : upset)
}

function mixed(text: string, language: Language): string {
  const entry = Object.entries(wordsIn[language].mixed).find(([word]) => text.includes(word))
  return entry ? text.replace(entry[0], entry[1]) : text
}

/** On a phone: small letters, and two neighbours swapped in one word, never in numbers, ids or names of coins. */
function typed(random: Random, text: string): string {
  const lower = random.chance(0.6)
    ? text.replace(/\b[A-Z](?=[a-z' ])/g, letter => letter.toLowerCase())
    : text
  const words = lower.split(' ')
  const plain = words.flatMap((word, index) => (/^[a-z]{5,}$/.test(word) ? [index] : []))
  if (plain.length === 0 || random.chance(0.4)) return lower
  const index = random.pick(plain)
  const word = words[index]!
  const at = random.between(1, word.length - 3)
  words[index] = word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
  return words.join(' ')
}
