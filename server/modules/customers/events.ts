// What happens to customers and their sessions.
declare module '../../platform/events.ts' {
  interface Events {
    'customer_session.ended': { sessionId: string; customerId: string }
    'customer.changed': { customerId: string }
    /** The exchange says another tier than before, or none any more. */
    'tier.changed': { customerId: string }
  }
}

export {}
