// What was measured beside what it should be: one line for each figure, and whether any of them is short.

export interface Figures {
  /** `ok` decides; `goal` is what it is measured against, in words. */
  add(name: string, value: string | number, goal: string, ok: boolean): void
  /** The figure must be at most so much. */
  atMost(name: string, value: number, most: number, unit: string): void
  /** Everything of a list is a fault; the first few are shown. */
  none(name: string, faults: readonly string[]): void
  readonly short: number
}

const shownFaults = 5

/** Prints every figure as it is known. */
export function createFigures(print: (line: string) => void): Figures {
  let short = 0
  const add: Figures['add'] = (name, value, goal, ok) => {
    if (!ok) short++
    print(`${name}\t${value}\t${goal}\t${ok ? 'ok' : 'short'}`)
  }
  return {
    add,
    atMost: (name, value, most, unit) =>
      add(name, `${round(value)}${unit}`, `<= ${most}${unit}`, value <= most),
    none: (name, faults) => {
      add(name, faults.length, '0', faults.length === 0)
      for (const fault of faults.slice(0, shownFaults)) print(`  ${fault}`)
      if (faults.length > shownFaults) print(`  and ${faults.length - shownFaults} more`)
    },
    get short() {
      return short
    },
  }
}

const round = (value: number): number => (Number.isFinite(value) ? Math.round(value * 100) / 100 : value)

/** The value that 95 of 100 don't exceed; NaN of nothing. */
export function p95(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? Number.NaN
}

/** Progress goes beside the figures, so that these can be read by programs. */
export const progress = (text: string): void => void process.stderr.write(`· ${text}\n`)
