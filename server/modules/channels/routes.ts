// Endpoints of the channels.
import { WidgetConfig } from '../../../contract/desk.ts'
import { route } from '../../platform/routes.ts'
import { routes as email } from './email/routes.ts'
import { widgetConfig } from './widget/config.ts'

export const routes = [
  route({
    method: 'GET',
    path: '/api/widget/config',
    allow: 'public',
    summary: 'How the widget presents itself, and whether an agent is there for a chat.',
    tag: 'Widget',
    answer: WidgetConfig,
    read: ctx => widgetConfig(ctx),
  }),
  ...email,
]
