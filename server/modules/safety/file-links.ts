// Links to files: signed for one file and a few minutes, so that an image can be shown where no header can be sent.
import type { FileLink } from '../../../contract/attachments.ts'
import type { ReadContext } from '../../platform/context.ts'

const lifetimeSeconds = 15 * 60
const purpose = 'file_link'

/** A link to the file. Whoever calls has checked that the reader may see the file's conversation. */
export function fileLink({ secrets, now }: Pick<ReadContext, 'secrets' | 'now'>, id: string): FileLink {
  const expires = Math.floor(now.getTime() / 1000) + lifetimeSeconds
  const sig = secrets.sign(purpose, signedText(id, String(expires)))
  return {
    url: `/files/${id}?expires=${expires}&sig=${sig}`,
    expiresAt: new Date(expires * 1000).toISOString(),
  }
}

export interface ShownLink {
  id: string
  expires?: string
  sig?: string
}

/** Whether a link is one of ours and its time is not up. */
export function isGoodLink(
  { secrets, now }: Pick<ReadContext, 'secrets' | 'now'>,
  { id, expires, sig }: ShownLink,
): boolean {
  if (!expires || !sig || !/^\d{1,12}$/.test(expires)) return false
  return secrets.verify(purpose, signedText(id, expires), sig) && Number(expires) * 1000 > now.getTime()
}

const signedText = (id: string, expires: string) => `${id} ${expires}`
