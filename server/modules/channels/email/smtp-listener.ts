// The door for mail: takes what is for one of the desk's mailboxes, and says "accepted" once it is committed.
import type { AddressInfo } from 'node:net'
import { BlockList, isIPv6 } from 'node:net'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { gathered } from '../../../platform/batch.ts'
import type { CertificateFiles } from '../../../platform/config.ts'
import { type Desk, nobody } from '../../../platform/context.ts'
import { readCertificate, watchCertificate } from './door-certificate.ts'
import { mailboxesOf } from './mailboxes.ts'
import { caps } from './parse/caps.ts'
import { receive } from './receive.ts'

export interface MailListener {
  port: number
  close(): Promise<void>
}

export interface MailDoor {
  host: string
  /** 0 lets the system choose. */
  port: number
  /** LMTP, as a mail server of one's own speaks for delivery, instead of SMTP. */
  lmtp: boolean
  /** With which STARTTLS is offered; not at all without. */
  tls?: CertificateFiles | null
}

const mostRecipients = 20
const mostClients = 200
const closingMs = 1_000

/** Opens the door. Peers on loopback and in private networks count as relays of the operator's own. */
export async function listenForMail(
  desk: Desk,
  { host, port, lmtp, tls = null }: MailDoor,
): Promise<MailListener> {
  let lookAtFiles = () => {}
  /** The first one that a mail is for. */
  const mailboxes = new WeakMap<SMTPServerSession['envelope'], string>()
  const server = new SMTPServer({
    lmtp,
    ...(tls && { ...readCertificate(tls), minVersion: 'TLSv1.2' }),
    size: caps.rawBytes,
    maxClients: mostClients,
    authOptional: true,
    disabledCommands: tls ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    // Where it is offered, Exim closes its side together with the mail, and the library then has no more answer for it.
    hidePIPELINING: true,
    banner: 'Ballast',
    // What was not said "accepted" to is sent again by the other side.
    closeTimeout: closingMs,
    onConnect: (_, answer) => {
      lookAtFiles()
      answer()
    },
    onRcptTo: (to, session, answer) => {
      if (session.envelope.rcptTo.length >= mostRecipients) return answer(refusal(452, 'too many recipients'))
      mailboxAt(desk, to.address).then(
        mailbox => {
          if (!mailbox) return answer(refusal(550, 'no such mailbox'))
          if (!mailboxes.has(session.envelope)) mailboxes.set(session.envelope, mailbox.id)
          answer()
        },
        () => answer(refusal(451, 'not now, please try again')),
      )
    },
    onData: (stream, session, answer) => {
      takeOver(desk, stream, session, mailboxes.get(session.envelope)!).then(
        fault => answer(fault, 'kept'),
        error => {
          desk.log.warn({ err: error }, 'mail not taken')
          answer(refusal(451, 'not now, please try again'))
        },
      )
    },
  })
  if (tls) {
    lookAtFiles = watchCertificate(tls, {
      renew: certificate => {
        server.updateSecureContext(certificate)
        desk.log.info('the certificate for mail was renewed')
      },
      complain: error => desk.log.warn({ err: error }, 'the new certificate for mail is of no use'),
    })
  }
  server.on('error', error => desk.log.debug({ err: error }, 'a mail connection failed'))
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise(resolve => server.close(resolve)),
  }
}

async function takeOver(
  desk: Desk,
  stream: SMTPServerDataStream,
  { envelope, remoteAddress, hostNameAppearsAs }: SMTPServerSession,
  mailboxId: string,
): Promise<Error | null> {
  const chunks: Buffer[] = []
  for await (const chunk of stream as AsyncIterable<Buffer>) if (!stream.sizeExceeded) chunks.push(chunk)
  if (stream.sizeExceeded) return refusal(552, 'too large')
  const recipients = envelope.rcptTo.map(({ address }) => address)
  const isRelay = isOwnNetwork(remoteAddress)
  await receive(desk, {
    mailboxId,
    source: 'smtp',
    raw: Buffer.concat(chunks),
    envelopeFrom: (envelope.mailFrom && envelope.mailFrom.address) || null,
    envelopeTo: recipients,
    peer: { ip: isRelay ? null : remoteAddress, name: hostNameAppearsAs || null },
  })
  return null
}

/** Many clients ask at the same time. */
const mailboxAt = gathered((desk, addresses: string[]) => mailboxesOf(desk.read(nobody), addresses))

const refusal = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode })

const ownNetworks = new BlockList()
for (const [address, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  ownNetworks.addSubnet(address, bits)
ownNetworks.addAddress('::1', 'ipv6')
ownNetworks.addSubnet('fc00::', 7, 'ipv6')

const isOwnNetwork = (address: string) => ownNetworks.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
