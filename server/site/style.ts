// The one style sheet of the site: the tokens of look/, with the colours that the desk has set.

import { dark, fonts, light, shape, toCss } from '../../look/tokens.ts'
import { settingsOf } from '../modules/desk/index.ts'
import { nobody } from '../platform/context.ts'
import type { Shown } from '../platform/pages.ts'
import { helpRules } from './help/style.ts'
import type { SiteVisit } from './layout.ts'

export async function showStyle({ desk }: SiteVisit): Promise<Shown> {
  const { colours } = await settingsOf(desk.read(nobody))
  const inLight = toCss({ ...light, ...colours.light })
  const inDark = toCss({ ...dark, ...colours.dark })
  return {
    type: 'text/css; charset=utf-8',
    text: `:root { ${inLight}; color-scheme: light }
@media (prefers-color-scheme: dark) { :root { ${inDark}; color-scheme: dark } }
@media print { :root { ${toCss(light)}; color-scheme: light } }
${rules}${helpRules}`,
  }
}

const [grid, radius] = [`${shape.grid}px`, `${shape.radius}px`]

const rules = `
* { box-sizing: border-box }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100% }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; font: 16px/1.6 ${fonts.text};
  color: var(--text); background: var(--surface-soft) }
h1, h2, h3, p, ul, dl, dd, figure { margin: 0 }
ul { padding: 0; list-style: none }
h1 { font-size: 28px; line-height: 1.25; letter-spacing: -.01em; overflow-wrap: anywhere; text-wrap: balance }
h2 { font-size: 18px; line-height: 1.4; overflow-wrap: anywhere }
a { color: var(--brand) }
time { display: inline-block }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.proposals { display: grid; gap: 16px; list-style: none; padding: 0 }
.proposals a { font-weight: 600; overflow-wrap: anywhere }
.proposals p { margin: 0; font-size: 14px }
.skip { position: absolute; inset-inline-start: ${grid}; inset-block-start: -100px; padding: ${grid} 16px; z-index: 1;
  background: var(--surface); border-radius: ${radius} }
.skip:focus { inset-block-start: ${grid} }

header { display: flex; flex-wrap: wrap; gap: ${grid} 24px; align-items: center; padding: 12px 24px;
  background: var(--surface); border-block-end: 1px solid var(--frame) }
.name { font-size: 18px; font-weight: 700; color: var(--text); text-decoration: none; overflow-wrap: anywhere }
header ul, .languages { display: flex; flex-wrap: wrap; gap: 4px }
header li a, .languages a { display: block; padding: 6px 12px; border-radius: ${radius}; color: var(--text-soft); text-decoration: none }
header li a:hover, .languages a:hover { color: var(--text); text-decoration: underline }
header [aria-current], .languages [aria-current] { color: var(--text); background: var(--surface-soft); font-weight: 600 }
.who { display: flex; flex-wrap: wrap; gap: ${grid} 12px; align-items: center; margin-inline-start: auto; font-size: 14px;
  color: var(--text-soft); overflow-wrap: anywhere }

main { flex: 1; width: 100%; max-width: 760px; margin: 0 auto; padding: 32px 24px 48px; display: grid; gap: 24px;
  align-content: start; grid-template-columns: minmax(0, 1fr) }
footer { display: flex; flex-wrap: wrap; gap: ${grid} 24px; justify-content: space-between; align-items: center;
  padding: 16px 24px; font-size: 14px; color: var(--text-soft); border-block-start: 1px solid var(--frame) }
footer p { flex: 1 1 320px }

.card { display: grid; gap: 12px; padding: 20px 24px; background: var(--surface); border: 1px solid var(--frame);
  border-radius: ${radius}; grid-template-columns: minmax(0, 1fr); align-content: start }
form.card { gap: 20px }
.cards { display: grid; gap: 16px; grid-template-columns: repeat(auto-fit, minmax(min(280px, 100%), 1fr)) }
.soft { color: var(--text-soft) }
.small { font-size: 14px }
.actions { display: flex; flex-wrap: wrap; gap: 12px 16px; align-items: center }
.notice { display: grid; gap: 4px; padding: 16px 20px; border-radius: ${radius}; border-inline-start: 4px solid var(--brand);
  background: var(--brand-soft) }
.notice.wait { border-color: var(--waiting); background: var(--waiting-soft) }
.notice.bad { border-color: var(--late); background: var(--late-soft) }
.notice ul { padding-inline-start: 20px; list-style: disc }
.notice a { color: inherit }
.number { font-size: 32px; font-weight: 700; font-variant-numeric: tabular-nums; line-height: 1.2 }

form { display: grid; gap: 20px; grid-template-columns: minmax(0, 1fr) }
form.who { display: flex; gap: 12px }
.field { display: grid; gap: 4px }
label { font-weight: 600 }
label .soft { font-weight: 400 }
.hint { font-size: 14px; color: var(--text-soft) }
.fault { font-size: 14px; font-weight: 600; color: var(--late) }
input, select, textarea { width: 100%; min-height: 44px; padding: 10px 12px; font: inherit; color: var(--text);
  background: var(--surface); border: 1px solid var(--text-soft); border-radius: ${radius} }
textarea { min-height: 160px; resize: vertical }
input[type=file] { padding: ${grid}; background: transparent; border-style: dashed }
::file-selector-button { min-height: 32px; margin-inline-end: 12px; padding: 4px 12px; font: inherit; font-weight: 600; color: var(--text);
  background: var(--surface-soft); border: 1px solid var(--text-soft); border-radius: ${radius}; cursor: pointer }
[aria-invalid=true] { border: 2px solid var(--late) }
button, .button { display: inline-flex; align-items: center; justify-content: center; min-height: 44px; padding: 8px 24px;
  border: 1px solid transparent; border-radius: ${radius}; font: inherit; font-weight: 600; text-align: center;
  text-decoration: none; cursor: pointer; color: var(--on-brand); background: var(--brand) }
button:hover, .button:hover { filter: brightness(1.08) }
.quiet { color: var(--text); background: transparent; border-color: var(--text-soft) }
button.small { min-height: 32px; padding: 2px 12px }

.pill { display: inline-block; padding: 2px 12px; border-radius: 16px; font-size: 14px; font-weight: 600; white-space: nowrap;
  color: var(--text); background: var(--surface-soft); border: 1px solid var(--frame) }
.pill.wait { color: var(--waiting); background: var(--waiting-soft); border-color: transparent }
.pill.good, .pill.new { color: var(--brand); background: var(--brand-soft); border-color: transparent }
.list { background: var(--surface); border: 1px solid var(--frame); border-radius: ${radius}; overflow: hidden }
.list li + li { border-block-start: 1px solid var(--frame) }
.list a { display: grid; gap: 4px 16px; grid-template-columns: minmax(0, 1fr) max-content; padding: 14px 20px; color: var(--text);
  text-decoration: none }
.list a:hover .subject { text-decoration: underline }
.subject { font-weight: 600; overflow-wrap: anywhere }
.list .states { display: flex; flex-wrap: wrap; gap: 4px; justify-content: end; align-items: start }
.list .meta { grid-column: 1 / -1; font-size: 14px; color: var(--text-soft) }

.thread { display: grid; gap: 16px; grid-template-columns: minmax(0, 1fr) }
.message { display: grid; gap: ${grid}; padding: 14px 18px; background: var(--surface); border: 1px solid var(--frame);
  border-radius: ${radius}; grid-template-columns: minmax(0, 1fr) }
.message.own { margin-inline-start: 10%; background: var(--brand-soft); border-color: transparent }
.message.desk { margin-inline-end: 10% }
.by { display: flex; flex-wrap: wrap; gap: 0 12px; justify-content: space-between; font-size: 14px; color: var(--text-soft) }
.by b { color: var(--text) }
.body { white-space: pre-wrap; overflow-wrap: anywhere }
.line { font-size: 14px; color: var(--text-soft); text-align: center }
.attached { display: grid; gap: ${grid} }
.attached a { overflow-wrap: anywhere }
.attached img { display: block; max-width: 100%; max-height: 320px; border-radius: ${radius}; border: 1px solid var(--frame) }

@media (max-width: 600px) {
  header { padding: 12px 16px } main { padding: 24px 16px 40px } footer { padding: 16px } .card { padding: 16px }
  h1 { font-size: 24px } header li a, .languages a { padding: 8px 10px } header nav { margin-inline-start: -10px }
  .list a { grid-template-columns: minmax(0, 1fr) } .list .states { justify-content: start }
  .who { margin-inline-start: 0; width: 100%; flex-wrap: nowrap; justify-content: space-between } .who button { flex: none }
  .languages { margin-inline-start: -10px } .message.own { margin-inline-start: 5% } .message.desk { margin-inline-end: 5% }
  main button:not(.small), main .button { width: 100% }
}
@media (prefers-reduced-motion: no-preference) { button, .button { transition: filter ${shape.motionMs}ms } }
@media print {
  header nav, .who, footer nav, .skip, form { display: none } body { background: none } main { max-width: none; padding: 0 }
  .message { break-inside: avoid }
}
`
