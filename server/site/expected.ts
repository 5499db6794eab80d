// When something is to be expected, as a range and never as a moment; and an honest word where nobody knows.
import { type Html, html } from './html.ts'
import { timeText, type Words } from './words.ts'

export interface Range {
  low: Date
  high: Date
}

/** What is left out, or null, isn't known. */
export interface Expected {
  firstReply?: Range | null
  resolution?: Range | null
}

export function expectedTimes(words: Words, { firstReply, resolution }: Expected = {}): Html {
  if (!firstReply && !resolution) return html`<p class="soft">${words.t('expected_unknown')}</p>`
  const between = ({ low, high }: Range) => ({ from: timeText(words, low), to: timeText(words, high) })
  return html`${firstReply && html`<p>${words.t('expected_answer', between(firstReply))}</p>`}
${resolution && html`<p>${words.t('expected_solution', between(resolution))}</p>`}`
}
