// Opens the connection, to nothing but the addresses that were checked.
import { connect as connectPlain, isIP, type LookupFunction, type Socket } from 'node:net'
import { addAbortSignal } from 'node:stream'
import { connect as connectSecurely } from 'node:tls'
import type { Destination } from './destination.ts'

/** Resolves with a socket that is ready for HTTP/1.1; with `isSecure`, after the certificate was checked for `host`. */
export type Connect = (destination: Destination, signal: AbortSignal) => Promise<Socket>

/** Before the next address is tried, in milliseconds; all of them together stay below the ten seconds of a request. */
const patience = 1_500

export const connect: Connect = ({ host, port, isSecure, addresses }, signal) => {
  const options = {
    host,
    port,
    lookup: answering(addresses),
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: patience,
  }
  const socket = isSecure
    ? connectSecurely({
        ...options,
        servername: isIP(host) === 0 ? host : undefined,
        ALPNProtocols: ['http/1.1'],
        // Whatever the environment says about it.
        rejectUnauthorized: true,
      })
    : connectPlain(options)
  addAbortSignal(signal, socket)
  return new Promise((resolve, reject) => {
    socket.once('error', reject)
    socket.once(isSecure ? 'secureConnect' : 'connect', () => {
      socket.off('error', reject)
      resolve(socket)
    })
  })
}

/** Nobody is asked a second time, so the answer can't change between the check and the connection. */
export const answering =
  (addresses: string[]): LookupFunction =>
  (_host, { all }, callback) => {
    const found = addresses.map(address => ({ address, family: isIP(address) }))
    if (all) callback(null, found)
    else callback(null, found[0]!.address, found[0]!.family)
  }
