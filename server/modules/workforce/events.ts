// What this module tells the others.

export interface WorkforceEvents {
  'presence.changed': { staffId: string; available: boolean; capacity: number }
}

declare module '../../platform/events.ts' {
  interface Events extends WorkforceEvents {}
}
