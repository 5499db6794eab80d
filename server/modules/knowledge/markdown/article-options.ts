// What the rendering of an article is told and what it tells.

/** The words of the reader's language that the body itself doesn't hold. */
export interface ArticleWords {
  note: string
  tip: string
  warning: string
  /** Names a table to those who hear it. */
  table: string
}

export interface OwnFile {
  /** Pixels; both or none. */
  width?: number
  height?: number
  /** `video/…` is played; otherwise the name's ending decides. */
  type?: string
}

export interface ArticleOptions {
  words: ArticleWords
  /** The reader's language: captions in it are on from the start. */
  locale?: string
  /** What stands for `{{name}}`. They are text, whatever they hold. */
  placeholders?: Readonly<Record<string, string>>
  /** The address and title of another article; null where there is none. */
  article?: (slug: string) => { url: string; title: string } | null
  /** What is known of one of the desk's own files; null where there is none. Without it, every file is taken to be there. */
  file?: (id: string) => OwnFile | null
  /** Hosts whose links are the exchange's own. */
  ownHosts?: readonly string[]
  /** Ids of the page around, which no heading may take. */
  takenIds?: Iterable<string>
  /** The line at which the body begins in its file; 1 when it stands alone. */
  firstLine?: number
}

export const faultCodes = [
  'too_long',
  'too_deep',
  'too_many_links',
  'heading_skipped',
  'heading_top',
  'missing_alt',
  'missing_captions',
  'bad_captions',
  'foreign_picture',
  'missing_file',
  'dead_link',
  'dead_anchor',
  'unsafe_link',
  'unknown_directive',
  'unknown_callout',
] as const
export type FaultCode = (typeof faultCodes)[number]

/** Something an editor should change. `detail` is text from the article, shortened. */
export interface Fault {
  code: FaultCode
  line: number
  detail: string
}

export interface Heading {
  id: string
  /** 2 to 6: the title of the page is the only one of level 1. */
  level: number
  text: string
}

export interface ArticleLink {
  kind: 'article' | 'anchor' | 'web' | 'mail' | 'file'
  /** A slug, an id, a URL, an address or a file's id. */
  target: string
  line: number
}

export interface ArticlePicture {
  kind: 'picture' | 'video' | 'captions'
  /** The id of the file. */
  file: string
  name: string
  alt: string
  line: number
}

export interface RenderedArticle {
  /** Holds only the elements and attributes that the writer in this folder writes. Fee tables are marks for `fillFees`. */
  html: string
  headings: Heading[]
  /** The words alone, a line for each block. */
  text: string
  links: ArticleLink[]
  pictures: ArticlePicture[]
  faults: Fault[]
}
