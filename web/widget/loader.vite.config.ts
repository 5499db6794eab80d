// The loader is built alone into one classic script: it runs on other people's pages, where nothing may be left to import.
import { fileURLToPath } from 'node:url'
import { build, type InlineConfig, type Plugin } from 'vite'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/** Writes `dist/widget/loader.js` beside the app, which has to be built before. */
export const loaderConfig: InlineConfig = {
  configFile: false,
  root: path('.'),
  base: '/widget/',
  publicDir: false,
  build: {
    outDir: path('../../dist/widget'),
    emptyOutDir: false,
    target: 'es2020',
    lib: { entry: path('loader.ts'), formats: ['iife'], name: 'BallastLoader', fileName: () => 'loader.js' },
  },
}

export default loaderConfig

/** While developing, builds the loader anew for every page that asks for it. */
export const serveLoader = (): Plugin => ({
  name: 'serve-loader',
  apply: 'serve',
  configureServer: server => {
    server.middlewares.use('/widget/loader.js', (_, response) => {
      const built = build({
        ...loaderConfig,
        logLevel: 'error',
        build: { ...loaderConfig.build, write: false },
      })
      built.then(codeOf).then(
        code => response.setHeader('content-type', 'text/javascript').end(code),
        (error: Error) => response.writeHead(500).end(error.message),
      )
    })
  },
})

function codeOf(built: Awaited<ReturnType<typeof build>>): string {
  const [first] = Array.isArray(built) ? built : [built]
  if (!first || !('output' in first)) throw new Error('the loader was not built')
  return first.output[0].code
}
