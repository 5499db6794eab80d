// What this module tells the others.

export interface IdentityEvents {
  /** These sessions are over: their sockets close on every node. */
  'session.ended': { sessionIds: string[] }
  'staff.created': { staffId: string }
  /** Name, role or teams are different now. */
  'staff.changed': { staffId: string }
  'staff.disabled': { staffId: string }
  'staff.enabled': { staffId: string }
  'team.changed': { teamId: string }
  'team.deleted': { teamId: string }
  /** `sealedToken` opens with `openToken`; a link in clear would let whoever reads the events in. */
  'invitation.created': { linkId: string; sealedToken: string }
  'reset.requested': { linkId: string; sealedToken: string }
}

declare module '../../platform/events.ts' {
  interface Events extends IdentityEvents {}
}
