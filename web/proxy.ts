// What Vite hands on while developing: everything that isn't a face is asked of the desk, so that all is of one origin.
import type { ProxyOptions } from 'vite'

/** Where `npm run dev` has the console, the widget and the desk. */
export const ports = { console: 5173, widget: 5174, desk: Number(process.env.PORT || 4400) }

const desk = process.env.BALLAST_DEV_DESK ?? `http://127.0.0.1:${ports.desk}`

/** Sockets included. The origin is kept: the desk checks it. */
export const proxy: Record<string, ProxyOptions> = {
  '/api': { target: desk, ws: true },
  '/docs': { target: desk },
  '/files': { target: desk },
  '/help': { target: desk },
  '/requests': { target: desk },
  '/site': { target: desk },
  '/unsubscribe': { target: desk },
}

/** The widget lives under the console's origin, as it does behind the desk. */
export const widgetProxy: Record<string, ProxyOptions> = {
  '/widget': { target: `http://localhost:${ports.widget}`, ws: true },
}
