// The templates of the desk's own site, and what pages with scripts need besides.
import { type Html, raw } from '../../server/site/html.ts'

export { Html, html, raw } from '../../server/site/html.ts'

/** A value as JSON inside a script element. */
export const json = (value: unknown): Html =>
  raw(
    JSON.stringify(value).replace(
      /[<>&\u2028\u2029]/g,
      sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  )
