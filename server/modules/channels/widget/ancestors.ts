// Whose pages may show the widget. The browser holds everybody else off, by the frame's own policy.
import type { ReadContext } from '../../../platform/context.ts'
import { settingsOf } from '../../desk/index.ts'

/** Sources for `frame-ancestors`: the desk itself, then what the settings allow; null when the widget is off. */
export async function widgetAncestors(ctx: Pick<ReadContext, 'db' | 'secrets'>): Promise<string[] | null> {
  const { widget } = await settingsOf(ctx)
  return widget.enabled ? ["'self'", ...widget.allowedDomains] : null
}

/** Whether pages of an origin are among those that the settings allow, as browsers match them in `frame-ancestors`. */
export async function isListedOrigin(
  ctx: Pick<ReadContext, 'db' | 'secrets' | 'publicUrl'>,
  origin: string,
): Promise<boolean> {
  if (!URL.canParse(origin)) return false
  const { protocol, hostname, port } = new URL(origin)
  if (protocol !== 'https:' && protocol !== new URL(ctx.publicUrl).protocol) return false
  const usual = protocol === 'https:' ? '443' : '80'
  const { allowedDomains } = (await settingsOf(ctx)).widget
  return allowedDomains.some(domain => {
    const [host = '', wanted = usual] = domain.split(':')
    const isHost = host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host
    return isHost && (wanted === '*' || wanted === (port || usual))
  })
}
