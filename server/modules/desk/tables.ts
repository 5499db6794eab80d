// The one table of the desk's settings.
import type { DeskSettings } from '../../../contract/desk.ts'

declare module '../../platform/db.ts' {
  interface Tables {
    desk_settings: { only_row: boolean; settings: Partial<DeskSettings>; version: number }
  }
}
