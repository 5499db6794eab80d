// The yardstick for a public page: a bare Fastify route that answers with the same bytes.
import { readFileSync } from 'node:fs'
import Fastify from 'fastify'

const page = readFileSync(process.argv[2]!)

const app = Fastify()
app.get('/page', (_, reply) => reply.type('text/html; charset=utf-8').send(page))
await app.listen({ port: Number(process.env.PORT) })
process.stdout.write('ready\n')
process.on('SIGTERM', () => process.exit(0))
