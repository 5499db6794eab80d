// A port that is taken must be known before the database starts, and by the name of the variable that changes it.
import { createServer } from 'node:net'
import { hasCode, messageOf } from '../server/platform/errno.ts'
import { DemoError } from './desk/prepare.ts'

/** @throws DemoError naming `variable` when nobody can listen on the port */
export async function expectFree(host: string, port: number, variable: string): Promise<void> {
  const server = createServer()
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(port, host, resolve)
    })
  } catch (error) {
    const why = hasCode(error, 'EADDRINUSE')
      ? 'another program listens there already, perhaps another Ballast'
      : messageOf(error)
    throw new DemoError(
      `Port ${port} can't be used: ${why}. Choose another one with ${variable}, such as ${variable}=${port + 100} npm run demo`,
    )
  }
  await new Promise(resolve => server.close(resolve))
}
