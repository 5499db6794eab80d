// How the widget's app is built: the page inside the frame, on Preact, with nothing that the first message can do without.
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { proxy } from '../proxy.ts'
import { serveLoader } from './loader.vite.config.ts'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

export default defineConfig({
  root: path('.'),
  base: '/widget/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [serveLoader()],
  server: { proxy },
  build: {
    outDir: path('../../dist/widget'),
    emptyOutDir: true,
    manifest: true,
    target: 'es2020',
    modulePreload: { polyfill: false },
    rolldownOptions: { input: path('frame.html') },
  },
})
