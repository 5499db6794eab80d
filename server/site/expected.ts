// When something is to be expected, as a range and never as a moment; and an honest word where nobody knows, or where it took longer.
import { type Html, html } from './html.ts'
import { around, time, type Words } from './words.ts'

export interface Range {
  low: Date
  high: Date
}

/** What is left out, or null, isn't known. */
export interface Expected {
  firstReply?: Range | null
  resolution?: Range | null
}

const sentences = {
  firstReply: ['expected_answer', 'expected_answer_late'],
  resolution: ['expected_solution', 'expected_solution_late'],
} as const

export function expectedTimes(words: Words, expected: Expected, now: Date): Html {
  const { firstReply, resolution } = expected
  if (!firstReply && !resolution) return html`<p class="soft">${words.t('expected_unknown')}</p>`
  const said = (kind: keyof typeof sentences) => {
    const range = expected[kind]
    if (!range) return undefined
    const [inTime, late] = sentences[kind]
    const between = { from: time(words, range.low), to: time(words, range.high) }
    return html`<p>${around(words.t(now < range.high ? inTime : late), between)}</p>`
  }
  return html`${said('firstReply')}
${said('resolution')}`
}
