// The only door to the site: its pages, and what they need from the door of the server.
import { readerOf, type SiteReader } from '../modules/customers/index.ts'
import { settingsOf } from '../modules/desk/index.ts'
import { nobody } from '../platform/context.ts'
import { offeredOf } from '../platform/pages/language.ts'
import type { Site } from '../platform/pages.ts'
import { showFailure } from './failure.ts'
import { pages } from './pages.ts'

export { realtime } from './realtime.ts'

import { showWaysIn } from './requests/enter.ts'

export const site: Site<SiteReader> = {
  pages,
  languages: async desk => {
    const { languages, defaultLocale } = await settingsOf(desk.read(nobody))
    return offeredOf(languages, defaultLocale)
  },
  readerOf,
  strangers: showWaysIn,
  failure: showFailure,
}
