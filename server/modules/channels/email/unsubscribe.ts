// The page on which somebody asks for no more mails of a kind, and the answer to those whose mail program asks for them.
import type { DeskSettings } from '../../../../contract/desk.ts'
import { fill, type Strings, stringsFor } from '../../../../locales/index.ts'
import { dark, fonts, light, shape, type Tokens } from '../../../../look/tokens.ts'
import type { Context, ReadContext } from '../../../platform/context.ts'
import { Download } from '../../../platform/routes.ts'
import { settingsOf } from '../../desk/index.ts'
import { suppress, wishIn } from './suppressions.ts'

/** Asks first: programs that look behind links for harm must not end anything. Throws `not_found`. */
export async function askUnsubscribe(ctx: ReadContext, token: string, locale: string): Promise<Download> {
  const { address } = wishIn(ctx, token)
  const form = `<form method="post"><button>${text(locale, 'unsubscribe_yes')}</button></form>`
  return page(ctx, locale, text(locale, 'unsubscribe_ask', { address }), form)
}

/** Needs no cookie and no page before it (RFC 8058). Throws `not_found`. */
export async function unsubscribe(ctx: Context, token: string, locale: string): Promise<Download> {
  const { address } = wishIn(ctx, token)
  await suppress(ctx, token)
  return page(ctx, locale, text(locale, 'unsubscribe_done', { address }), '')
}

const text = (locale: string, key: keyof Strings['pages'], values: Record<string, string> = {}) =>
  escaped(fill(locale, stringsFor(locale).pages[key], values))

const escaped = (plain: string) => plain.replace(/[&<>"']/g, character => `&#${character.codePointAt(0)};`)

const colours = (tokens: Tokens) =>
  `body{background:${tokens.surface};color:${tokens.text}}button{background:${tokens.brand};color:${tokens.onBrand}}
:focus-visible{outline:3px solid ${tokens.focus};outline-offset:2px}`

const style = (ofDesk: DeskSettings['colours']) => `:root{color-scheme:light dark}
body{margin:0;min-height:100vh;display:grid;place-items:center;font:16px/1.5 ${fonts.text}}
main{box-sizing:border-box;width:min(480px,100%);padding:32px 24px}h1{font-size:20px;line-height:1.3;margin:0 0 16px}
p{margin:0 0 24px;overflow-wrap:anywhere}
button{min-height:48px;padding:0 24px;border:0;border-radius:${shape.radius}px;font:inherit;font-weight:600;cursor:pointer}
${colours({ ...light, ...ofDesk.light })}
@media(prefers-color-scheme:dark){${colours({ ...dark, ...ofDesk.dark })}}`

async function page(ctx: ReadContext, locale: string, sentence: string, form: string): Promise<Download> {
  const { name, colours: ofDesk } = await settingsOf(ctx)
  const title = escaped(name)
  const html = `<!doctype html><html lang="${escaped(locale)}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${title}</title>
<style>${style(ofDesk)}</style></head><body><main><h1>${title}</h1><p>${sentence}</p>${form}</main></body></html>`
  return new Download(html, headers)
}

// The form says where it comes from to the desk alone: a member of staff may be signed in.
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
}
