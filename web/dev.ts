// `npm run dev`: the faces come from Vite and change as they are edited, the desk beside them restarts when it is edited.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'
import { ports } from './proxy.ts'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))
const origin = `http://localhost:${ports.console}`

for (const face of ['console', 'widget'] as const) {
  const configFile = path(`${face}/vite.config.ts`)
  const server = await createServer({
    configFile,
    server: { port: ports[face], strictPort: true, host: 'localhost' },
  })
  await server.listen()
}

// People reach the desk through Vite, so that is its origin: links lead there, and its cookie is allowed from there.
const desk = spawn(
  process.execPath,
  ['--watch', '--watch-preserve-output', path('../server/launch.js'), 'serve'],
  {
    stdio: 'inherit',
    env: { ...process.env, PORT: String(ports.desk), BALLAST_URL: origin },
  },
)
desk.once('exit', code => process.exit(code ?? 0))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => desk.kill(signal))

process.stdout.write(
  `The console as you edit it: ${origin}\nThe widget's loader: ${origin}/widget/loader.js\n`,
)
