// While developing, the faces come from Vite and change as they are edited; all else is asked of the desk that runs beside.
import { fileURLToPath } from 'node:url'
import { createServer, type ProxyOptions } from 'vite'

const desk = process.env.BALLAST_DEV_DESK ?? 'http://127.0.0.1:4400'

/** What Vite hands on to the desk, sockets included. The origin is kept: the desk checks it. */
export const proxy: Record<string, ProxyOptions> = {
  '/api': { target: desk, ws: true },
  '/files': { target: desk },
}

const faces = { console: 5173, widget: 5174 }

/** Starts Vite for both faces and gives their addresses. The desk's address comes from `BALLAST_DEV_DESK`. */
export async function startFaces() {
  const started = Object.entries(faces).map(async ([face, port]) => {
    const configFile = fileURLToPath(new URL(`${face}/vite.config.ts`, import.meta.url))
    const server = await createServer({ configFile, server: { port, host: '127.0.0.1' } })
    await server.listen()
    return { face, address: server.resolvedUrls?.local[0] ?? '', close: () => server.close() }
  })
  return Promise.all(started)
}
