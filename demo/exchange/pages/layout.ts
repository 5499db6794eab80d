// What all pages of the exchange share: the bar for trying out, the navigation, and the widget's snippet.
import { exchange } from '../../people.ts'
import type { Bank } from '../bank.ts'
import { Html, html, json, raw } from '../html.ts'
import { themes, type Visitor } from '../visitor.ts'

export interface Surroundings {
  /** Origin of the desk whose widget the pages embed. */
  desk: string
  bank: Bank
  now: Date
}

export interface Page {
  title: string
  path: string
  /** What the customer is probably going to ask about, for the widget. */
  topic: string | null
  body: Html
}

/** A whole page; `nonce` marks its own script for the content policy. */
export function layout(page: Page, visitor: Visitor, around: Surroundings, nonce: string): string {
  const { language, theme, t } = visitor
  return html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-Hans' : 'en'}" data-theme="${theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="referrer" content="strict-origin">
<title>${page.title} · ${exchange.names[language]}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/style.css">
</head>
<body>
${demoBar(page, visitor, around)}
<header>
<a class="brand" href="/">${logo}<span>${exchange.names[language]}</span></a>
<nav aria-label="${exchange.names[language]}">${navigation(page.path, visitor)}</nav>
</header>
<main>${page.body}</main>
<footer>${t.demo}</footer>
${widgetSnippet(page, visitor, around, nonce)}
<script src="/exchange.js" defer></script>
</body>
</html>`.text
}

export const logo = raw(
  '<svg viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="8" fill="var(--brand, #0b7a68)"/><path d="M8 22V10l16 12V10" fill="none" stroke="var(--on-brand, #fff)" stroke-width="3" stroke-linejoin="round" stroke-linecap="round"/></svg>',
)

function navigation(path: string, { t }: Visitor): Html[] {
  const links = [
    ['/', t.markets],
    ['/trade/BTC-USDT', t.trade],
    ['/wallet', t.wallet],
    ['/account', t.account],
  ] as const
  return links.map(([to, name]) => {
    const current = to === '/' ? path === '/' : path.startsWith(to.split('/').slice(0, 2).join('/'))
    return html`<a href="${to}" ${current && raw('aria-current="page"')}>${name}</a>`
  })
}

function demoBar({ path }: Page, { account, language, theme, t }: Visitor, { bank }: Surroundings): Html {
  const option = (value: string, name: string, chosen: boolean) =>
    html`<option value="${value}" ${chosen && raw('selected')}>${name}</option>`
  return html`<div class="demo"><p>${t.demo}</p>
<form method="post" action="/preferences" data-at-once>
<input type="hidden" name="back" value="${path}">
<label>${t.you_are} <select name="customer">
${bank.accounts().map(one => option(one.uid, one.name, one.uid === account?.uid))}
${option('nobody', t.nobody, account === null)}</select></label>
<select name="language" aria-label="${t.language}">
${option('en', 'English', language === 'en')}${option('zh', '中文', language === 'zh')}</select>
<select name="theme" aria-label="${t.theme}">${themes.map(one => option(one, t[one], one === theme))}</select>
<button class="button small">${t.apply}</button>
</form></div>`
}

/** The snippet as the desk's documentation has it: settings first, then the loader; the token is fetched when it is needed. */
function widgetSnippet(
  { topic }: Page,
  { account, language, theme }: Visitor,
  { desk }: Surroundings,
  nonce: string,
): Html {
  const settings = { desk, locale: language, theme, ...(topic && { topic }) }
  const identity = raw(`
window.ballastSettings.identity = async () => {
  const response = await fetch('/support-token', { method: 'POST' })
  return response.ok ? (await response.json()).token : null
}`)
  return html`<script nonce="${nonce}">
window.ballastSettings = ${json(settings)}${account && identity}
</script>
<script async src="${desk}/widget/loader.js"></script>`
}
