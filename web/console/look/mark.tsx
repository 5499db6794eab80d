// The mark of Ballast: a hull that lies steady in the water.
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 32 32"
      aria-hidden
      style={{ display: 'block', flex: 'none' }}
    >
      <rect width="32" height="32" rx="8" fill="#14213d" />
      <path d="M6 13h20c-.6 6.2-4.6 10-10 10S6.6 19.2 6 13Z" fill="#3cc7ab" />
      <path d="M16 6v7" stroke="#fff" strokeWidth="2.4" strokeLinecap="round" />
      <path d="M11 17.5h10" stroke="#14213d" strokeWidth="2" strokeLinecap="round" />
    </svg>
  )
}
