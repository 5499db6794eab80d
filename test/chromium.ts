// Browser tests use the Chromium of the machine: nothing is downloaded behind the tester's back.
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'chrome']

/** The path of a Chromium, or null: `CHROMIUM_PATH`, else one in the PATH. */
export function findChromium(): string | null {
  const given = process.env.CHROMIUM_PATH
  if (given) return existsSync(given) ? given : null
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin']
  return (
    folders.flatMap(folder => names.map(name => join(folder, name))).find(path => existsSync(path)) ?? null
  )
}
