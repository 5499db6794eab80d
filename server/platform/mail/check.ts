// Whether a mail is from whom it says: SPF, DKIM, DMARC and ARC, checked by ourselves. What other servers noted is not believed.
import { authenticate, type DNSResolver } from 'mailauth'
import type { MailVerdict } from '../../../contract/email.ts'

export interface MailEnvelope {
  /** The address of the server that handed the mail over; null for a relay of ours, which noted the sender's at the top. */
  ip: string | null
  /** What that server called itself. */
  helo: string | null
  /** MAIL FROM; empty for bounces. */
  sender: string | null
}

type Mark = MailVerdict['spf']

/** Long enough for slow name servers; a mail is not worth more. */
const longestMs = 10_000

/** What checks a mail takes the square of the lines that go on, and each signature asks for names. */
const longestHead = 256 * 1024
const mostFolded = 2_000
const mostSignatures = 20
/** Bytes of a body that are hashed again, for each signature that covers another length of it. */
const mostHashed = 16 * 1024 * 1024

/** Of a mail of which nothing could be found out. */
export const unknown: MailVerdict = { spf: 'none', dkim: 'none', dmarc: 'none', arc: 'none', sender: 'none' }
/** Of a mail made so that it can't be checked. */
export const uncheckable: MailVerdict = { ...unknown, sender: 'fail' }

/**
 * Checks a raw mail. `sender` passes when DMARC does, or, where the domain publishes no policy, when DKIM or SPF passes for the very
 * domain in From. Never throws: what can't be found out counts as `none`. Only a mail made so that it can't be
 * checked fails, or a forger would make it so.
 */
export async function checkMail(
  raw: Buffer,
  { ip, helo, sender }: MailEnvelope,
  resolver?: DNSResolver,
): Promise<MailVerdict> {
  if (!isCheckable(raw)) return uncheckable
  const options = {
    ...(ip ? { ip } : { trustReceived: true }),
    helo: helo ?? 'unknown',
    sender: sender ?? '',
    mta: 'ballast',
    disableBimi: true,
    ...(resolver && { resolver }),
  }
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>(resolve => {
    timer = setTimeout(resolve, longestMs, null)
  })
  const checked = await Promise.race([authenticate(raw, options), late]).catch(() => null)
  clearTimeout(timer)
  return checked ? verdictOf(checked) : unknown
}

function isCheckable(raw: Buffer): boolean {
  const ends = [raw.indexOf('\n\n'), raw.indexOf('\n\r\n')].filter(end => end >= 0)
  const end = Math.min(raw.length, ...ends)
  if (end > longestHead) return false
  const head = raw.toString('latin1', 0, end)
  const count = (pattern: RegExp) => head.match(pattern)?.length ?? 0
  return (
    count(/\n[ \t]/g) <= mostFolded &&
    count(/^(?:dkim-signature|arc-message-signature)[ \t]*:/gim) <= mostSignatures &&
    count(/[;:\s]l\s*=/gi) * raw.length <= mostHashed
  )
}

type Checked = Awaited<ReturnType<typeof authenticate>>

function verdictOf({ spf, dkim, dmarc, arc }: Checked): MailVerdict {
  const marks = {
    spf: markOf(spf ? spf.status.result : undefined),
    dkim: best(dkim.results.map(({ status }) => markOf(status.result))),
    dmarc: markOf(dmarc ? dmarc.status.result : undefined),
    arc: markOf(arc ? arc.status.result : undefined),
  }
  return { ...marks, sender: marks.dmarc === 'none' ? aligned({ spf, dkim }) : marks.dmarc }
}

/** For domains without a DMARC policy: the signature, or the sender's server, is of the domain in From. */
function aligned({ spf, dkim }: Pick<Checked, 'spf' | 'dkim'>): Mark {
  const from = dkim.headerFrom?.[0]?.split('@')[1]?.toLowerCase()
  if (!from) return 'none'
  const signed = dkim.results.some(
    ({ status, signingDomain }) => status.result === 'pass' && signingDomain?.toLowerCase() === from,
  )
  const sent = spf && spf.status.result === 'pass' && spf.domain.toLowerCase() === from
  return signed || sent ? 'pass' : 'none'
}

function markOf(result: string | undefined): Mark {
  if (result === 'pass') return 'pass'
  return result === 'fail' || result === 'permerror' || result === 'policy' ? 'fail' : 'none'
}

const best = (marks: Mark[]): Mark =>
  marks.includes('pass') ? 'pass' : marks.includes('fail') ? 'fail' : 'none'
