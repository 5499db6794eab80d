// The yardstick for new conversations: a bare Fastify route that makes one insert.
import Fastify from 'fastify'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
await pool.query(`create table if not exists bare_conversations (
  id bigint generated always as identity primary key, client_id uuid not null, at timestamptz not null,
  locale text not null, body text not null)`)

const app = Fastify()
app.post('/conversations', async request => {
  const { clientId, locale, body } = request.body as { clientId: string; locale: string; body: string }
  const text =
    'insert into bare_conversations (client_id, at, locale, body) values ($1, $2, $3, $4) returning id'
  const { rows } = await pool.query({ name: 'insert', text, values: [clientId, new Date(), locale, body] })
  return { id: rows[0].id }
})
await app.listen({ port: Number(process.env.PORT) })
process.stdout.write('ready\n')
process.on('SIGTERM', () => process.exit(0))
