// How the exchange looks: the colours of look/tokens.ts, so that page and widget belong together.
import { dark, fonts, light, shape, toCss } from '../../look/tokens.ts'

const up = { light: '#0b7a68', dark: '#3cc7ab' }
const down = { light: '#b3361f', dark: '#ff8a7d' }

export const style = `
:root { ${toCss(light)}; --up: ${up.light}; --down: ${down.light}; color-scheme: light }
@media (prefers-color-scheme: dark) { :root:not([data-theme=light]) { ${toCss(dark)}; --up: ${up.dark}; --down: ${down.dark}; color-scheme: dark } }
:root[data-theme=dark] { ${toCss(dark)}; --up: ${up.dark}; --down: ${down.dark}; color-scheme: dark }
* { box-sizing: border-box }
[hidden] { display: none !important }
body { margin: 0; font: 15px/1.5 ${fonts.text}; color: var(--text); background: var(--surface-soft); min-height: 100vh;
  display: flex; flex-direction: column; -webkit-text-size-adjust: 100% }
a { color: inherit; text-decoration: none }
h1, h2, h3, p { margin: 0 }
h2 { font-size: 15px; font-weight: 650 }
.num, td.n, th.n { font-variant-numeric: tabular-nums; text-align: right; white-space: nowrap }
.up { color: var(--up) } .down { color: var(--down) } .soft { color: var(--text-soft) }
.demo { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; padding: 8px 24px; font-size: 13px;
  background: var(--brand-soft); color: var(--text) }
.demo p { flex: 1 1 240px }
.demo form { display: flex; flex-wrap: wrap; gap: 8px; align-items: center }
.demo label { display: inline-flex; gap: 6px; align-items: center }
select, input { font: inherit; color: var(--text); background: var(--surface); border: 1px solid var(--frame);
  border-radius: ${shape.radius}px; padding: 4px 8px; min-height: 32px; max-width: 100% }
.demo select { min-height: 28px; padding: 2px 6px }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px }
header { display: flex; gap: 24px; align-items: center; padding: 0 24px; height: 56px; background: var(--surface);
  border-bottom: 1px solid var(--frame) }
.brand { display: flex; gap: 10px; align-items: center; font-size: 18px; font-weight: 700; letter-spacing: -.01em }
.brand svg { width: 26px; height: 26px }
header nav { display: flex; gap: 4px; overflow-x: auto }
header nav a { padding: 6px 12px; border-radius: ${shape.radius}px; font-weight: 550; color: var(--text-soft); white-space: nowrap }
header nav a:hover { color: var(--text); background: var(--surface-soft) }
header nav a[aria-current] { color: var(--text); background: var(--surface-soft) }
main { flex: 1; width: 100%; max-width: 1440px; margin: 0 auto; padding: 24px }
.card { background: var(--surface); border: 1px solid var(--frame); border-radius: ${shape.radius}px; overflow: hidden }
.card > h2 { padding: 12px 16px; border-bottom: 1px solid var(--frame) }
.card .body { padding: 16px }
.stack { display: grid; gap: 16px; align-content: start; min-width: 0 }
.scroll { overflow-x: auto }
table { width: 100%; border-collapse: collapse; font-size: 14px }
th { font-weight: 500; font-size: 12px; color: var(--text-soft); text-align: left; padding: 8px 16px; white-space: nowrap }
td { padding: 10px 16px; border-top: 1px solid var(--frame); white-space: nowrap }
tbody tr:hover { background: var(--surface-soft) }
.button { display: inline-flex; align-items: center; justify-content: center; min-height: 40px; padding: 0 20px; border: 0;
  border-radius: ${shape.radius}px; font: inherit; font-weight: 600; cursor: pointer; background: var(--brand); color: var(--on-brand) }
.button.quiet { background: transparent; color: var(--text); box-shadow: inset 0 0 0 1px var(--frame) }
.button.sell { background: var(--down); color: var(--surface) }
.button.small { min-height: 32px; padding: 0 14px; font-size: 14px }
.hero { display: grid; grid-template-columns: minmax(0, 1.1fr) minmax(0, 1fr); gap: 48px; align-items: center; padding: 40px 0 48px }
.hero h1 { font-size: clamp(34px, 5vw, 56px); line-height: 1.08; letter-spacing: -.03em; font-weight: 750 }
.hero .sub { margin: 16px 0 28px; font-size: 18px; color: var(--text-soft); max-width: 36em }
.actions { display: flex; flex-wrap: wrap; gap: 12px }
.facts { display: flex; flex-wrap: wrap; gap: 12px 40px; margin-top: 40px }
.facts b { display: block; font-size: 20px; letter-spacing: -.01em }
.facts span { font-size: 13px; color: var(--text-soft) }
.coin { display: inline-grid; place-items: center; width: 30px; height: 30px; margin-right: 12px; border-radius: 50%;
  font-size: 10px; font-weight: 700; background: var(--brand-soft); color: var(--brand); vertical-align: middle }
.asset { display: inline-block; vertical-align: middle; line-height: 1.25 } .asset small { display: block; color: var(--text-soft) }
.spark { width: 120px; height: 32px; display: block; margin-left: auto; overflow: visible }
.spark polyline, .line { fill: none; stroke: currentColor; stroke-width: 1.5; vector-effect: non-scaling-stroke; stroke-linejoin: round }
.bar { display: flex; flex-wrap: wrap; gap: 8px 32px; align-items: center; padding: 12px 16px; margin-bottom: 16px }
.bar h1 { font-size: 20px } .bar .last { font-size: 22px; font-weight: 700 }
.bar dl { display: flex; gap: 24px; margin: 0; flex-wrap: wrap } .bar dt { font-size: 12px; color: var(--text-soft) } .bar dd { margin: 0; font-variant-numeric: tabular-nums }
.pairs { display: flex; gap: 4px; overflow-x: auto; margin-bottom: 12px; scrollbar-width: none }
.pairs a { padding: 4px 12px; border-radius: 16px; font-size: 13px; font-weight: 550; color: var(--text-soft); white-space: nowrap }
.pairs a[aria-current] { background: var(--text); color: var(--surface) }
.trade { display: grid; grid-template-columns: minmax(0, 1fr) 290px 300px; gap: 16px; align-items: start }
.chart { display: block; width: 100%; height: 420px }
.chart text { font-size: 11px; fill: var(--text-soft); font-variant-numeric: tabular-nums }
.chart .grid { stroke: var(--frame); stroke-width: 1 }
.chart .rise { fill: var(--up); stroke: var(--up) } .chart .fall { fill: var(--down); stroke: var(--down) }
.chart .tag rect { fill: var(--brand) } .chart .tag text { fill: var(--on-brand); font-weight: 600 } .chart .tag line { stroke: var(--brand); stroke-dasharray: 4 4 }
.book { font-size: 13px; font-variant-numeric: tabular-nums; padding: 4px 0 }
.book div { position: relative; display: grid; grid-template-columns: 1fr 1fr 1fr; padding: 2px 16px; text-align: right }
.book .head { color: var(--text-soft); font-size: 12px }
.book .head span:first-child, .book div > svg + span, .book div:not(.head) > span:first-child { text-align: left }
.book span { position: relative }
.book svg { position: absolute; inset: 1px 0; width: 100%; height: calc(100% - 2px); opacity: .12; transform: scaleX(-1) }
.book .middle { display: block; padding: 8px 16px; font-size: 18px; font-weight: 700; text-align: left }
.order { display: grid; gap: 12px }
.tabs { display: grid; grid-template-columns: 1fr 1fr; gap: 4px; padding: 4px; border-radius: ${shape.radius}px; background: var(--surface-soft) }
.tabs label { position: relative; text-align: center; font-weight: 600; border-radius: 6px; padding: 6px; cursor: pointer; color: var(--text-soft) }
.tabs input { position: absolute; opacity: 0; inset: 0; min-height: 0; cursor: pointer }
.tabs label:has(:checked) { background: var(--surface); color: var(--text); box-shadow: 0 1px 3px rgba(10, 20, 45, .16) }
.tabs label:has(:focus-visible) { outline: 2px solid var(--focus) }
.tabs .b:has(:checked) { color: var(--up) } .tabs .s:has(:checked) { color: var(--down) }
.field { display: grid; gap: 4px; font-size: 13px; color: var(--text-soft) }
.field span { position: relative; display: block } .field input { width: 100%; min-height: 40px; padding-right: 64px; font-variant-numeric: tabular-nums; font-size: 15px }
.field i { position: absolute; right: 12px; top: 0; line-height: 40px; font-style: normal }
.pairline { display: flex; justify-content: space-between; gap: 12px; font-size: 13px; color: var(--text-soft) }
form:has([value=market]:checked) .price { display: none }
form:has([value=sell]:checked) .button.buy, form:has([value=buy]:checked) .button.sell { display: none }
.note { padding: 12px 16px; border-radius: ${shape.radius}px; background: var(--surface); border: 1px solid var(--frame) }
.note.wait { background: var(--waiting-soft); border-color: transparent; color: var(--text); display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center }
.note.wait p { flex: 1 1 240px } .note.bad { background: var(--late-soft); border-color: transparent }
.pill { display: inline-block; padding: 1px 10px; border-radius: 12px; font-size: 12px; font-weight: 600; background: var(--surface-soft); color: var(--text-soft) }
.pill.good { background: var(--brand-soft); color: var(--brand) } .pill.wait { background: var(--waiting-soft); color: var(--waiting) } .pill.bad { background: var(--late-soft); color: var(--late) }
.code { font-family: ${fonts.code}; font-size: 12px; color: var(--text-soft) }
.list { display: grid; grid-template-columns: max-content 1fr; gap: 12px 32px; margin: 0 } .list dt { color: var(--text-soft) } .list dd { margin: 0 }
.two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(360px, 100%), 1fr)); gap: 16px }
footer { padding: 24px; text-align: center; font-size: 13px; color: var(--text-soft) }
@media (max-width: 1180px) { .trade { grid-template-columns: minmax(0, 1fr) 280px } .trade .second { grid-column: 1 / -1; grid-row: 2 } }
@media (max-width: 760px) {
  .demo, header { padding-left: 16px; padding-right: 16px } header { gap: 12px } main { padding: 16px 16px 96px }
  .hero { grid-template-columns: minmax(0, 1fr); gap: 32px; padding: 16px 0 24px } .trade { grid-template-columns: minmax(0, 1fr) } .chart { height: 340px } .chart text { font-size: 14px }
  .trade .second { grid-row: auto; order: 1 } .optional { display: none } th, td { padding-left: 12px; padding-right: 12px } .bar dl { gap: 16px }
  .demo p { display: none } .brand span { display: none } header nav a { padding: 6px 10px }
}
@media (prefers-reduced-motion: no-preference) { a, .button { transition: background ${shape.motionMs}ms, color ${shape.motionMs}ms } }
`
