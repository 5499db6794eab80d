// Servers on loopback that stand for strangers on the internet, for the tests of what goes out.
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { type AddressInfo, isIP } from 'node:net'
import type { TestContext } from 'node:test'
import { createOutbound, type Outbound } from '../outbound.ts'
import { connect } from './connect.ts'
import type { Destination } from './destination.ts'

export interface Stranger {
  port: number
  /** `10.0.0.1:port`-like entry under which it may be reached. */
  entry: string
  /** How many connections have come in. */
  connections(): number
}

/** Serves on 127.0.0.1 until the test is over. */
export const startStranger = (t: TestContext, listener: RequestListener): Promise<Stranger> =>
  listen(t, createServer(listener))

/** The same over TLS, as stranger.example under `certificate`, which nobody trusts. */
export const startSecureStranger = (t: TestContext, listener: RequestListener): Promise<Stranger> =>
  listen(t, createSecureServer({ cert: certificate, key }, listener))

async function listen(t: TestContext, server: Server): Promise<Stranger> {
  let connections = 0
  server.on('connection', () => connections++)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  t.after(() => {
    server.closeAllConnections()
    return new Promise(resolve => server.close(resolve))
  })
  const { port } = server.address() as AddressInfo
  return { port, entry: `127.0.0.1:${port}`, connections: () => connections }
}

export interface Staged extends Outbound {
  /** Every destination that a connection was opened to, and every name that was asked for. */
  connected: Destination[]
  asked: string[]
}

/**
 * The door with made-up DNS: each name has its list of answers, one for each time it is asked, the last one for ever. The
 * connection is real, to nothing but 127.0.0.1.
 */
export function stage(names: Record<string, string[][]>, allow: string[] = []): Staged {
  const connected: Destination[] = []
  const asked: string[] = []
  const outbound = createOutbound({
    allow,
    async resolve(host) {
      const answers = names[host] ?? [[]]
      const times = asked.filter(name => name === host).length
      asked.push(host)
      return answers[Math.min(times, answers.length - 1)] ?? []
    },
    connect(destination, signal) {
      connected.push(destination)
      const isLoopback = destination.addresses.every(
        address => isIP(address) === 4 && address.startsWith('127.'),
      )
      return isLoopback ? connect(destination, signal) : Promise.reject(new Error('not in a test'))
    },
  })
  return { ...outbound, connected, asked }
}

/** Made for these tests, signed by itself; good for stranger.example until 2126. */
export const certificate = `-----BEGIN CERTIFICATE-----
MIIBqjCCAVCgAwIBAgIUJS58h4WY5kKxpRKh9oM+BZDRn8UwCgYIKoZIzj0EAwIw
GzEZMBcGA1UEAwwQc3RyYW5nZXIuZXhhbXBsZTAgFw0yNjExMjIwODIzMjVaGA8y
MTI2MTAyOTA4MjMyNVowGzEZMBcGA1UEAwwQc3RyYW5nZXIuZXhhbXBsZTBZMBMG
ByqGSM49AgEGCCqGSM49AwEHA0IABPgGr5lx3Jn3VdeaO4jGiRqpy6l1TClAvOkK
1kuA+Ur+Ch6yYZnCHtD2r5mJyCbaClFsPBdj9Wf9WQZylIM7sGqjcDBuMB0GA1Ud
DgQWBBRtpa9jod6UQrjuRkaLhF8uT8k7wDAfBgNVHSMEGDAWgBRtpa9jod6UQrju
RkaLhF8uT8k7wDAPBgNVHRMBAf8EBTADAQH/MBsGA1UdEQQUMBKCEHN0cmFuZ2Vy
LmV4YW1wbGUwCgYIKoZIzj0EAwIDSAAwRQIgDZY9U5/iD9fK65FGuEtutINzWUoH
zhzEv5lrZZjwJFUCIQDL+ZvfvT3V8OlOy3d8hWoS/L6wJDyN+boHCb1TEa8rQg==
-----END CERTIFICATE-----`
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgYvUMOyt+pJ1qdrpd
EcMXfzLUD4qjdxddcgw2JDjhsjChRANCAAT4Bq+ZcdyZ91XXmjuIxokaqcupdUwp
QLzpCtZLgPlK/goesmGZwh7Q9q+Zicgm2gpRbDwXY/Vn/VkGcpSDO7Bq
-----END PRIVATE KEY-----`
