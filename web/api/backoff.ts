// How long to wait before trying again, so that a desk that comes back isn't overrun by everybody at once.

const firstMs = 400
const capMs = 3_000
const capAfterManyMs = 15_000
const many = 30

/** Milliseconds to wait after so many failures in a row (1 or more); doubles up to a cap, half of it random. */
export function backoffMs(failures: number): number {
  const cap = failures > many ? capAfterManyMs : capMs
  const full = Math.min(cap, firstMs * 2 ** Math.min(failures - 1, 10))
  return full * (0.5 + Math.random() / 2)
}
