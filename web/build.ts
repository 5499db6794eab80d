// `npm run build`: makes the static files of both faces in dist/; names of faces as arguments build only those.
import { fileURLToPath } from 'node:url'
import { build, type InlineConfig } from 'vite'
import { loaderConfig } from './widget/loader.vite.config.ts'

const configFile = (path: string): InlineConfig => ({
  configFile: fileURLToPath(new URL(path, import.meta.url)),
})

const steps: Record<string, InlineConfig[]> = {
  console: [configFile('console/vite.config.ts')],
  widget: [configFile('widget/vite.config.ts'), loaderConfig],
}

const asked = process.argv.slice(2)
for (const [face, configs] of Object.entries(steps)) {
  if (asked.length > 0 && !asked.includes(face)) continue
  for (const config of configs) await build({ ...config, logLevel: 'warn' })
}
