// How figures are printed and judged: one line each, `name value goal ok|short`.

export interface Figure {
  name: string
  value: number
  unit?: string
  goal?: { is: 'at least' | 'at most'; value: number }
}

export const atLeast = (name: string, value: number, goal: number, unit = ''): Figure => ({
  name,
  value,
  unit,
  goal: { is: 'at least', value: goal },
})
export const atMost = (name: string, value: number, goal: number, unit = ''): Figure => ({
  name,
  value,
  unit,
  goal: { is: 'at most', value: goal },
})

export function isShort({ value, goal }: Figure): boolean {
  if (!goal) return false
  return Number.isNaN(value) || (goal.is === 'at least' ? value < goal.value : value > goal.value)
}

export function print(figure: Figure): void {
  const { name, value, unit = '', goal } = figure
  const wanted = goal ? `${goal.is === 'at least' ? '>=' : '<='}${goal.value}${unit}` : '-'
  process.stdout.write(`${name} ${round(value)}${unit} ${wanted} ${isShort(figure) ? 'short' : 'ok'}\n`)
}

const round = (value: number) => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3))

/** Progress, apart from the figures. */
export const say = (text: string): void => void process.stderr.write(`  ${text}\n`)

export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

/** The value below which the share `p` lies. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? Number.NaN
}
