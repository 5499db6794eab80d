// How the button and the frame around the chat look. In a shadow root, without inline styles: strict policies forbid those.
import { dark, light } from '../../../look/tokens.ts'

const css = `
:host { all: initial; position: fixed; inset: auto 0 0 auto; z-index: var(--ballast-z, 2147483000);
  --brand: ${light.brand}; --on-brand: ${light.onBrand}; --late: ${light.late}; --surface: ${light.surface} }
:host([data-dark]) { --brand: ${dark.brand}; --on-brand: ${dark.onBrand}; --late: ${dark.late}; --surface: ${dark.surface} }
:host([hidden]) { display: none }
button { position: fixed; right: calc(20px + env(safe-area-inset-right)); bottom: calc(20px + env(safe-area-inset-bottom));
  width: 56px; height: 56px; border: 0; padding: 0; border-radius: 50%; cursor: pointer; color: var(--on-brand);
  background: var(--brand); box-shadow: 0 4px 16px rgba(10, 20, 45, .28); transition: transform .12s; -webkit-tap-highlight-color: transparent }
button:hover { transform: scale(1.04) }
button:focus-visible { outline: 3px solid var(--surface); box-shadow: 0 0 0 6px var(--brand) }
button[hidden] { display: none }
svg { width: 28px; height: 28px; display: block; margin: auto; fill: none; stroke: currentColor; stroke-width: 2;
  stroke-linecap: round; stroke-linejoin: round }
span { position: absolute; top: -4px; right: -4px; min-width: 22px; height: 22px; box-sizing: border-box; padding: 0 6px;
  border-radius: 11px; background: #b42318; color: #fff; font: 600 12px/22px system-ui, sans-serif; box-shadow: 0 0 0 2px var(--surface) }
span:empty { display: none }
iframe { position: fixed; right: calc(20px + env(safe-area-inset-right)); bottom: calc(88px + env(safe-area-inset-bottom)); width: 400px;
  height: min(704px, calc(100vh - 112px)); height: min(704px, calc(100dvh - 112px)); max-width: calc(100vw - 40px); border: 0;
  border-radius: 8px; background: var(--surface); box-shadow: 0 0 0 1px rgba(10, 20, 45, .08), 0 12px 40px rgba(10, 20, 45, .24);
  visibility: hidden; opacity: 0; transform: translateY(8px); transition: opacity .12s, transform .12s, visibility 0s .12s; color-scheme: normal }
.open iframe { visibility: visible; opacity: 1; transform: none; transition-delay: 0s }
.left button, .left iframe { right: auto; left: calc(20px + env(safe-area-inset-left)) }
@media (max-width: 520px), (max-height: 420px) {
  iframe { inset: 0; width: 100%; max-width: none; height: 100vh; height: 100dvh; border-radius: 0; box-shadow: none }
  .left iframe { left: 0 }
  .open button { visibility: hidden }
}
@media (prefers-reduced-motion: reduce) { button, iframe { transition: none } button:hover { transform: none } }
@media print { :host { display: none } }
`

/** True where the chat fills the screen. */
export const fullScreen = () => matchMedia('(max-width: 520px), (max-height: 420px)').matches

export function addStyle(root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    root.adoptedStyleSheets = [sheet]
  } catch {
    // Older Safari: rules put in one by one count as script, not as an inline style.
    const style = root.appendChild(document.createElement('style'))
    for (const rule of css.match(/(?:@media[^{]+\{(?:[^{}]+\{[^}]*\})+\s*\}|[^{}]+\{[^}]*\})/g) ?? [])
      style.sheet?.insertRule(rule.trim(), style.sheet.cssRules.length)
  }
}
