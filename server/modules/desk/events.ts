// What the desk tells the others about itself.
declare module '../../platform/events.ts' {
  interface Events {
    'desk.changed': { version: number }
  }
}

export {}
