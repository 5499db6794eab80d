// The page in which the HTML of a mail is shown: its own few styles, and the policy that holds whatever the HTML says.

const styles = [
  ':root{color-scheme:light}',
  'body{margin:12px;background:#fff;color:#1a1f2b;font:14px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}',
  'img{max-width:100%}',
  'img:not([src]){display:inline-block;min-width:24px;min-height:24px;border:1px dashed #6b7280;color:#4b5563}',
  'table{max-width:100%}',
  'pre{white-space:pre-wrap}',
  'blockquote{margin:8px 0;padding-left:12px;border-left:2px solid #c5cad3}',
].join('')

/** A whole page around HTML that was sanitised. */
export const documentOf = (html: string): string =>
  `<!doctype html><html><head><meta charset="utf-8"><title>-</title><style>${styles}</style></head><body>${html}</body></html>`

/** Headers under which nothing in the page runs, loads, posts or leads its frame elsewhere. */
export const documentHeaders = (remotePictures: boolean): Record<string, string> => ({
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': [
    'sandbox allow-popups allow-popups-to-escape-sandbox',
    "default-src 'none'",
    `img-src data:${remotePictures ? ' https: http:' : ''}`,
    "style-src 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-dns-prefetch-control': 'off',
  'cache-control': 'private, no-store',
})
