// Why nothing came back from outside, in words that tell whoever chose the address nothing about the inside.

/**
 * `address`: the host leads to no address that may be reached, or to none at all; the two look the same on purpose.
 * `unreachable`: it may be reached, but no complete answer came. `encoding`: the body can't be unpacked.
 */
export type Refusal =
  | 'url'
  | 'scheme'
  | 'credentials'
  | 'port'
  | 'address'
  | 'headers'
  | 'redirects'
  | 'too_large'
  | 'encoding'
  | 'time'
  | 'certificate'
  | 'unreachable'

/** The one error of an outgoing request, apart from the reason of the caller's own signal. */
export class OutboundRefused extends Error {
  readonly reason: Refusal

  constructor(reason: Refusal) {
    super(`Outgoing request refused: ${reason}`)
    this.name = 'OutboundRefused'
    this.reason = reason
  }
}
