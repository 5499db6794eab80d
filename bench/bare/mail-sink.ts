// The yardstick for mail: an SMTP server that does nothing but write each raw mail to the database, and say yes.
import pg from 'pg'
import { SMTPServer } from 'smtp-server'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
await pool.query(`create table if not exists bare_mails (
  id bigint generated always as identity primary key, at timestamptz not null, raw bytea not null)`)

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  onData: (stream, _, answer) => {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      const insert = { name: 'insert', text: 'insert into bare_mails (at, raw) values (now(), $1)' }
      pool.query({ ...insert, values: [Buffer.concat(chunks)] }).then(
        () => answer(),
        error => answer(error),
      )
    })
  },
})
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('ready\n'))
process.on('SIGTERM', () => process.exit(0))
