// Whose pages may show the widget. The browser holds everybody else off, by the frame's own policy.
import type { ReadContext } from '../../../platform/context.ts'
import { settingsOf } from '../../desk/index.ts'

/** Sources for `frame-ancestors`: the desk itself, then what the settings allow; null when the widget is off. */
export async function widgetAncestors(ctx: Pick<ReadContext, 'db' | 'secrets'>): Promise<string[] | null> {
  const { widget } = await settingsOf(ctx)
  return widget.enabled ? ["'self'", ...widget.allowedDomains] : null
}
