// The desk's clock: everything that asks for the time asks here, so that tests and simulations can move it.

/** Gives the current instant. */
export type Clock = () => Date

/** The system's clock, `offset` seconds ahead (for drills). */
export const systemClock = (offset = 0): Clock =>
  offset === 0 ? () => new Date() : () => new Date(Date.now() + offset * 1000)

/** A clock that stands still until it is moved. */
export function settableClock(start: Date) {
  let current = start.getTime()
  const clock = () => new Date(current)
  return Object.assign(clock, {
    advance: (seconds: number) => {
      current += seconds * 1000
    },
    set: (instant: Date) => {
      current = instant.getTime()
    },
  })
}
