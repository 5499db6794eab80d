// How long this process worked: unlike a clock's time, no other program of the machine makes it longer.

/** Milliseconds of work of all threads of this process since it started. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}
