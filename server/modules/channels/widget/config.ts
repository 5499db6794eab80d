// What the widget asks first: how the desk presents itself, and whether anybody is there.
import type { WidgetConfig } from '../../../../contract/desk.ts'
import type { ReadContext } from '../../../platform/context.ts'
import { publicPart, settingsOf } from '../../desk/index.ts'
import { agentsAvailable } from '../../workforce/index.ts'

export async function widgetConfig(ctx: ReadContext): Promise<WidgetConfig> {
  const [settings, available] = await Promise.all([settingsOf(ctx), agentsAvailable(ctx)])
  return { ...publicPart(settings), agentsAvailable: settings.channels.chat && available }
}
