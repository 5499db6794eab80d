// How the console is built: static files with hashed names, in pieces that load when they are needed.
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { proxy, widgetProxy } from '../proxy.ts'

const packages = (names: string) => new RegExp(`/node_modules/(${names})/`)

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  plugins: [react()],
  server: { proxy: { ...proxy, ...widgetProxy } },
  build: {
    outDir: fileURLToPath(new URL('../../dist/console', import.meta.url)),
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    // What rarely changes keeps its name from release to release, and with it its place in the browser's cache.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: packages('react|react-dom|scheduler') },
            { name: 'tanstack', test: packages('@tanstack/[^/]+') },
          ],
        },
      },
    },
  },
})
