// A desk that takes mail in a world without names: what a name server takes to answer is not the desk's doing.
import { createApp } from '../server/app.ts'
import { systemClock } from '../server/platform/clock.ts'
import { createLog } from '../server/platform/log.ts'

const app = await createApp({
  connection: { connectionString: process.env.DATABASE_URL },
  poolSize: 10,
  filesFolder: `${process.env.BALLAST_DATA}/files`,
  publicUrl: 'http://127.0.0.1',
  secretKey: Buffer.alloc(32, 7),
  clock: systemClock(),
  log: createLog('error'),
  trustProxy: false,
  metricsToken: null,
  mailDoor: { host: '127.0.0.1', port: Number(process.env.PORT), lmtp: false },
  mailResolver: async name => {
    throw Object.assign(new Error(`no ${name}`), { code: 'ENOTFOUND' })
  },
})
await app.start()
process.stdout.write('ready\n')
process.on('SIGTERM', () => void app.close().then(() => process.exit(0)))
