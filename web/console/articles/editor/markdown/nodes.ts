// What an article's body is made of while it is edited: the editor's document as plain data.

export interface Mark {
  type: string
  attrs?: Record<string, unknown> | undefined
}

export interface Node {
  type: string
  attrs?: Record<string, unknown> | undefined
  content?: Node[] | undefined
  text?: string | undefined
  marks?: Mark[] | undefined
}

export const calloutKinds = ['note', 'tip', 'warning'] as const
export type CalloutKind = (typeof calloutKinds)[number]

export const isCalloutKind = (word: string): word is CalloutKind =>
  (calloutKinds as readonly string[]).includes(word)

export const paragraph = (content: Node[]): Node =>
  content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' }

const videoEnding = /\.(?:mp4|m4v|webm|mov|ogv)(?:[?#]|$)/i

/** Whether what stands in the place of a picture is a film. */
export const isVideo = (src: string): boolean => videoEnding.test(src)

const captionsTitle = /^captions:\s*(\S+)\s+([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)$/

/** The captions that a film's title names, with their language. */
export function captionsOf(title: unknown): { src: string; locale: string } | null {
  const [, src, locale] = captionsTitle.exec(typeof title === 'string' ? title.trim() : '') ?? []
  return src && locale ? { src, locale } : null
}

export const captionsAs = (src: string, locale: string): string => `captions: ${src} ${locale}`
