// What the help centre adds to the style sheet.
import { fonts, shape } from '../../../look/tokens.ts'

const [grid, radius] = [`${shape.grid}px`, `${shape.radius}px`]

export const helpRules = `
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
h3 { font-size: 16px; line-height: 1.4; overflow-wrap: anywhere }
section { display: grid; gap: 12px; grid-template-columns: minmax(0, 1fr) }
section.card { gap: 12px }
.search { display: flex; gap: ${grid}; max-width: 520px }
.search input { flex: 1; min-width: 0 }
.search.large { max-width: none }
.search.large input, .search.large button { min-height: 52px }
main .search button { width: auto; flex: none }
.crumbs { display: flex; flex-wrap: wrap; padding: 0; margin: 0; list-style: none; font-size: 14px }
.crumbs li + li::before { content: '/'; padding: 0 ${grid}; color: var(--text-soft) }
.crumbs a { display: inline-block; padding: 4px 0; color: var(--text-soft) }
.links { display: grid; gap: 4px 24px; grid-template-columns: repeat(auto-fit, minmax(min(280px, 100%), 1fr)) }
.links a, .ways a:not(.button) { display: inline-block; padding: 4px 0; overflow-wrap: anywhere }
.links.small { gap: 0 }
.topic { gap: 4px }
.topic h3 a { display: inline-block; padding: 4px 0 }
.summary { font-size: 18px }
.facts { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: center; font-size: 14px; color: var(--text-soft) }
.contents { padding: 12px 20px; background: var(--surface); border: 1px solid var(--frame); border-radius: ${radius} }
.contents h2 { font-size: 14px; color: var(--text-soft) }
.contents ol { margin: 0; padding: 0; list-style: none }
.contents a { display: inline-block; padding: 4px 0; overflow-wrap: anywhere }
.contents .deeper { padding-inline-start: 16px }
.helpful { display: flex; flex-wrap: wrap; gap: 12px 24px; align-items: center; padding-block: 16px; border-block: 1px solid var(--frame) }
.helpful h2 { font-size: 16px }
main .helpful button { width: auto; padding: 8px 32px }

.prose { display: grid; gap: 16px; grid-template-columns: minmax(0, 1fr); overflow-wrap: break-word }
.prose h2 { font-size: 22px; margin-block-start: 16px; scroll-margin-top: 16px }
.prose h3 { font-size: 18px; margin-block-start: ${grid} }
.prose ul, .prose ol, ol.steps { margin: 0; padding-inline-start: 24px; display: grid; gap: ${grid}; grid-template-columns: minmax(0, 1fr) }
.prose ul { list-style: disc }
ol.steps { padding: 0; list-style: none; gap: 12px; counter-reset: step }
ol.steps > li { position: relative; padding-inline-start: 44px; min-height: 30px; counter-increment: step }
ol.steps > li::before { content: counter(step); position: absolute; inset-inline-start: 0; width: 30px; height: 30px; border-radius: 15px;
  text-align: center; line-height: 30px; font-size: 14px; font-weight: 700; color: var(--brand); background: var(--brand-soft) }
.prose li > p + *, .prose li > * + p { margin-block-start: ${grid} }
.prose hr { width: 100%; border: 0; border-block-start: 1px solid var(--frame) }
.callout, blockquote { display: grid; gap: ${grid}; margin: 0; padding: 12px 20px; border-radius: ${radius}; grid-template-columns: minmax(0, 1fr);
  border-inline-start: 4px solid var(--brand); background: var(--brand-soft) }
.callout.warning { border-color: var(--waiting); background: var(--waiting-soft) }
.callout a { color: inherit }
.callout-title { font-weight: 700 }
blockquote { border-color: var(--frame); background: var(--surface) }
code, pre { font-family: ${fonts.code}; font-size: 14px }
:not(pre) > code { padding: 2px 4px; border-radius: 4px; background: var(--surface); border: 1px solid var(--frame); overflow-wrap: anywhere }
.code { border: 1px solid var(--frame); border-radius: ${radius}; background: var(--surface); overflow: hidden }
.code figcaption { padding: 4px 16px; border-block-end: 1px solid var(--frame) }
pre { margin: 0; padding: 12px 16px; overflow-x: auto }
figcaption { font-size: 14px; color: var(--text-soft) }
.prose img, .prose video { max-width: 100%; height: auto; border-radius: ${radius} }
.prose figure > img, .prose video { display: block; border: 1px solid var(--frame) }
.table { overflow-x: auto; border: 1px solid var(--frame); border-radius: ${radius}; background: var(--surface) }
table { width: 100%; border-collapse: collapse; font-size: 15px }
th, td { padding: 10px 14px; text-align: start; vertical-align: top }
thead th { font-size: 14px; color: var(--text-soft); vertical-align: bottom }
tbody tr { border-block-start: 1px solid var(--frame) }
.end { text-align: end; font-variant-numeric: tabular-nums }
td.end { white-space: nowrap }
th.end { min-width: 88px }
td .soft { display: inline-block; min-width: 112px }
.center { text-align: center }

mark { color: inherit; background: var(--waiting-soft); border-radius: 2px; font-weight: 600 }
.hits { display: grid; gap: 20px; margin: 0; padding: 0; list-style: none; grid-template-columns: minmax(0, 1fr) }
.hits a { font-size: 18px; font-weight: 600; overflow-wrap: anywhere }
.facets { display: grid; gap: 4px; font-size: 14px }
.facets div { display: flex; flex-wrap: wrap; gap: 0 12px; align-items: baseline }
.facets ul, .choices { display: flex; flex-wrap: wrap; gap: 0 4px }
.facets a, .choices a { display: block; padding: 4px 10px; border-radius: ${radius}; text-decoration: none }
.facets a:hover, .choices a:hover { text-decoration: underline }
.facets [aria-current], .choices [aria-current] { color: var(--text); background: var(--surface); font-weight: 600; border: 1px solid var(--frame) }

@media (min-width: 1100px) {
  main.article { max-width: 1080px; grid-template-columns: minmax(0, 1fr) 248px; column-gap: 48px }
  main.article > * { grid-column: 1 }
  main.article > .contents { grid-column: 2; grid-row: 4 / span 6; align-self: start; position: sticky; inset-block-start: 24px }
  main.wide, main.start { max-width: 1000px }
}
@media print {
  .search, .helpful, .contents, .crumbs, .ways, footer nav { display: none }
  .prose a[href^='https']::after { content: ' (' attr(href) ')'; font-size: 12px }
  .callout, pre, table, figure { break-inside: avoid }
}
`
