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

const unknown: MailVerdict = { spf: 'none', dkim: 'none', dmarc: 'none', arc: 'none', sender: 'none' }

/**
 * Checks a raw mail. `sender` passes when DMARC does, or, where the domain publishes no policy, when DKIM or SPF passes for the very
 * domain in From. Never throws: what can't be found out counts as `none`.
 */
export async function checkMail(
  raw: Buffer,
  { ip, helo, sender }: MailEnvelope,
  resolver?: DNSResolver,
): Promise<MailVerdict> {
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
