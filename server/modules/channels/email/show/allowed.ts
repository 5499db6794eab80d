// What of a stranger's HTML may be shown: elements, attributes and styles by name. What isn't here doesn't exist.

const names = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Elements that are shown. None of them reads what is inside in another way than as HTML. */
export const elements = names(`
  a abbr address article aside b big blockquote br caption center cite code col colgroup dd del dfn div dl dt em
  figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q s samp section small
  span strike strong sub sup table tbody td tfoot th thead tr tt u ul var wbr
`)

/** Shown as something else, as there is only one of them in a document. */
export const renamed: Readonly<Record<string, string>> = { body: 'div' }

/** Elements without an end. */
export const empty = names('br col hr img wbr')

/** What is inside them is nobody's to read, or not HTML. */
export const unread = names(`
  applet audio canvas embed frameset iframe math noembed noframes noscript object option plaintext script select style svg
  template textarea title video xmp
`)

/** Elements that end where the next one begins, whoever forgot to say so. */
export const endedBy: Readonly<Record<string, ReadonlySet<string>>> = {
  dd: names('dd dt'),
  dt: names('dd dt'),
  li: names('li'),
  p: names('p'),
  td: names('td th'),
  th: names('td th'),
  tr: names('td th tr'),
}

const color = /^(?:#[0-9a-f]{3,8}|[a-z]{3,30})$/i
const length = /^\d{1,4}(?:\.\d{1,4})?(?:%|px)?$/
const small = /^\d{1,3}$/
const word = /^[a-z]{1,12}$/i

/** Attributes that any element may have, and what their values look like. Links, pictures and styles are decided elsewhere. */
export const attributes: Readonly<Record<string, RegExp>> = {
  align: word,
  bgcolor: color,
  border: small,
  cellpadding: small,
  cellspacing: small,
  color,
  colspan: small,
  dir: /^(?:ltr|rtl|auto)$/i,
  face: /^[\p{L}\p{N} ,'_-]{1,100}$/u,
  height: length,
  lang: /^[a-z0-9-]{1,20}$/i,
  rowspan: small,
  size: /^[+-]?\d$/,
  span: small,
  start: /^\d{1,5}$/,
  valign: word,
  width: length,
}

/** Styles that change what is inside the element, and never where it is. */
export const styles = names(`
  background background-color border border-bottom border-bottom-color border-bottom-style border-bottom-width border-collapse
  border-color border-left border-left-color border-left-style border-left-width border-radius border-right border-right-color
  border-right-style border-right-width border-spacing border-style border-top border-top-color border-top-style
  border-top-width border-width box-sizing clear color direction display float font font-family font-size font-style
  font-variant font-weight height letter-spacing line-height list-style-type margin margin-bottom margin-left margin-right
  margin-top max-height max-width min-height min-width overflow-wrap padding padding-bottom padding-left padding-right
  padding-top table-layout text-align text-decoration text-indent text-transform vertical-align white-space width word-break
  word-spacing word-wrap
`)
