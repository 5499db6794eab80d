// Pages are made of templates that escape whatever is put into them; only `raw` and other templates go in as they are.

export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

export type Piece = Html | string | number | null | undefined | false | readonly Piece[]

/** HTML from a template; every value is escaped unless it is HTML itself. Attributes have to stand in double quotes. */
export const html = (parts: TemplateStringsArray, ...pieces: Piece[]): Html =>
  new Html(parts.reduce((text, part, index) => text + asText(pieces[index - 1]) + part))

/** Text that is HTML already. Never for anything that came from outside. */
export const raw = (text: string): Html => new Html(text)

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, sign => entities[sign]!)

function asText(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return ''
  if (piece instanceof Html) return piece.text
  return Array.isArray(piece) ? piece.map(asText).join('') : escaped(String(piece))
}
