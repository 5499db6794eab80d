// Where old mail comes from: folders of a server, or files.
import type { ListedMail, Listing, Span } from './listing.ts'

export interface OldMailSource {
  /** All mails of the span, by arrival. `rest` is called between pieces of work. */
  list(span: Span, rest: () => Promise<void>): Promise<Listing>
  /** The mails themselves by `keyOf`; those that are gone are left out. */
  fetch(listing: Listing, wanted: readonly ListedMail[]): Promise<Map<string, Buffer>>
  close(): void
}

export const keyOf = ({ folder, uid }: Pick<ListedMail, 'folder' | 'uid'>): string => `${folder} ${uid}`
