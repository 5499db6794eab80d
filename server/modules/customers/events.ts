// What happens to customers and their sessions.
declare module '../../platform/events.ts' {
  interface Events {
    'customer_session.ended': { sessionId: string; customerId: string }
    /** Somebody wants a link to their requests, sent to an address that is in the link's row. */
    'customer_link.asked': { linkId: string }
    'customer.changed': { customerId: string }
    /** The exchange says another tier than before, or none any more. */
    'tier.changed': { customerId: string }
  }
}

export {}
