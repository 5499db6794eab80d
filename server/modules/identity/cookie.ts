// The session's cookie: no script reads it, no other page sends it, and no neighbouring host can plant one.

const bareName = 'ballast_session'

/** `__Host-` binds the cookie to this very host, but browsers take it over HTTPS only. */
export const cookieName = (publicUrl: string): string =>
  isSecure(publicUrl) ? `__Host-${bareName}` : bareName

/** Gives the session's token out of a `Cookie` header. */
export function tokenIn(cookieHeader: string | undefined, publicUrl: string): string | undefined {
  const name = cookieName(publicUrl)
  for (const pair of (cookieHeader ?? '').split(';')) {
    const [key, ...value] = pair.trim().split('=')
    if (key === name) return value.join('=') || undefined
  }
  return undefined
}

/** `Set-Cookie` for a session that may live for so many seconds at most. */
export const cookieFor = (token: string, publicUrl: string, seconds: number): string =>
  `${cookieName(publicUrl)}=${token}; Max-Age=${seconds}; ${attributes(publicUrl)}`

export const noCookie = (publicUrl: string): string =>
  `${cookieName(publicUrl)}=; Max-Age=0; ${attributes(publicUrl)}`

const attributes = (publicUrl: string) =>
  `Path=/; HttpOnly; SameSite=Strict${isSecure(publicUrl) ? '; Secure' : ''}`

const isSecure = (publicUrl: string) => publicUrl.startsWith('https:')
