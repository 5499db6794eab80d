// Somebody with a browser that runs no scripts: keeps cookies, follows redirects, sends forms as they stand in the page.
import type { TestDesk } from '../../test/harness.ts'

export interface Seen {
  status: number
  headers: Record<string, string | string[] | number | undefined>
  html: string
  /** Where the redirects led. */
  path: string
}

export interface SentFile {
  name: string
  bytes: Buffer | string
}

export interface Sending {
  /** Sent as multipart, at the end of the form. */
  files?: SentFile[]
  headers?: Record<string, string>
}

export interface Visitor {
  cookies: Map<string, string>
  see(path: string, headers?: Record<string, string>): Promise<Seen>
  /** Sends fields to an address, from a page of the desk's own. */
  send(path: string, fields: Record<string, string>, sending?: Sending): Promise<Seen>
  /** Looks at a page and sends its form, with what is hidden in it. */
  fill(page: string, path: string, fields: Record<string, string>, sending?: Sending): Promise<Seen>
}

const boundary = 'ballast-form'
let visitors = 0

/** Each from a place of their own. */
export function visitor(desk: TestDesk, language = 'en'): Visitor {
  const cookies = new Map<string, string>()
  const own = { origin: desk.options.publicUrl }
  const remoteAddress = `10.9.${Math.floor(++visitors / 250)}.${1 + (visitors % 250)}`

  async function ask(method: 'GET' | 'POST', url: string, headers: object, payload?: Buffer): Promise<Seen> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await desk.app.http.inject({
      method,
      url,
      remoteAddress,
      headers: { 'accept-language': language, ...(cookie && { cookie }), ...headers },
      ...(payload && { payload }),
    })
    for (const { name, value } of answer.cookies) {
      if (value) cookies.set(name, value)
      else cookies.delete(name)
    }
    const { location } = answer.headers
    if (answer.statusCode === 303 && location) return ask('GET', String(location).split('#')[0]!, {})
    return { status: answer.statusCode, headers: answer.headers, html: answer.body, path: url }
  }

  const send: Visitor['send'] = (path, fields, { files, headers = {} } = {}) => {
    const [type, payload] = files ? multipart(fields, files) : urlencoded(fields)
    return ask('POST', path, { ...own, 'content-type': type, ...headers }, payload)
  }
  return {
    cookies,
    see: (path, headers = {}) => ask('GET', path, headers),
    send,
    fill: async (page, path, fields, sending) => {
      const { html } = await ask('GET', page, {})
      return send(path, { ...hiddenIn(html), ...fields }, sending)
    },
  }
}

/** The hidden fields of a page. */
export const hiddenIn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(([, name, value]) => [
      name!,
      value!,
    ]),
  )

const urlencoded = (fields: Record<string, string>): [string, Buffer] => [
  'application/x-www-form-urlencoded',
  Buffer.from(String(new URLSearchParams(fields))),
]

function multipart(fields: Record<string, string>, files: SentFile[]): [string, Buffer] {
  const part = (head: string, body: Buffer | string) =>
    Buffer.concat([
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`),
      Buffer.from(body as string),
      Buffer.from('\r\n'),
    ])
  const parts = [
    ...Object.entries(fields).map(([name, value]) => part(`name="${name}"`, value.replaceAll('\n', '\r\n'))),
    ...files.map(({ name, bytes }) =>
      part(`name="files"; filename="${name}"\r\ncontent-type: text/plain`, bytes),
    ),
    Buffer.from(`--${boundary}--\r\n`),
  ]
  return [`multipart/form-data; boundary=${boundary}`, Buffer.concat(parts)]
}
