// Where a request stands and since when, in words for customers.
import type { Standing } from '../../modules/conversations/index.ts'
import { type Html, html } from '../html.ts'
import { around, time, type Words } from '../words.ts'

const tones: Partial<Record<Standing['state'], string>> = { waiting_for_you: 'wait', solved: 'good' }

export const pill = ({ t }: Words, state: Standing['state']): Html =>
  html`<span class="pill ${tones[state]}">${t(`state_${state}`)}</span>`

/** `team` is what customers know the team as; left out where it has no such name. */
export function standingLine(words: Words, { state, since }: Standing, team?: string): Html {
  const { t } = words
  const said = state === 'with_us' && team ? t('standing_with_team', { team }) : t(`standing_${state}`)
  return html`<p>${around(said, { since: time(words, since) })}</p>`
}
