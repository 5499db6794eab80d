// The look of the reference, from the same tokens as everything else.
import { dark, fonts, light, shape, toCss } from '../../../look/tokens.ts'

export const styles = `
:root { ${toCss(light)} }
@media (prefers-color-scheme: dark) { :root { ${toCss(dark)} } }
* { box-sizing: border-box }
html { scroll-padding-top: 16px }
body { margin: 0; background: var(--surface-soft); color: var(--text); font: 16px/1.5 ${fonts.text} }
header, main { max-width: 880px; margin: 0 auto; padding: 24px 16px }
h1, h2, h3, h4 { line-height: 1.25; margin: 0 }
main { padding-top: 0 }
h2 { margin: 32px 0 16px }
h3 { font-size: 16px; overflow-wrap: anywhere }
h3 a { color: inherit; text-decoration: none }
h3 b { color: var(--brand); font-family: ${fonts.code}; display: inline-block; min-width: 56px }
h4 { margin: 16px 0 8px; font-size: 14px; color: var(--text-soft) }
p { margin: 8px 0 }
a { color: var(--brand) }
nav { display: flex; flex-wrap: wrap; gap: 8px 16px }
article { background: var(--surface); border: 1px solid var(--frame); border-radius: ${shape.radius}px; padding: 16px; margin: 16px 0 }
article:target { border-color: var(--brand) }
pre, .wide { overflow-x: auto; margin: 0 }
pre { background: var(--surface-soft); border-radius: ${shape.radius}px; padding: 8px 16px }
code, pre { font-family: ${fonts.code}; font-size: 13px }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: 4px 16px 4px 0; border-top: 1px solid var(--frame); font-weight: normal }
i, .soft { color: var(--text-soft); font-style: normal }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px }
`
