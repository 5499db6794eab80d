// The size of a file as people say it.
export function fileSize(locale: string, bytes: number): string {
  const [value, unit] =
    bytes < 1_000
      ? ([bytes, 'byte'] as const)
      : bytes < 1_000_000
        ? ([bytes / 1_000, 'kilobyte'] as const)
        : ([bytes / 1_000_000, 'megabyte'] as const)
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value)
}
