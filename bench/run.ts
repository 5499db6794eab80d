// `npm run bench [name…]`: what the desk costs beside the bare minimum, as ratios within one run.
import { appendThroughput } from './append.ts'
import { idleConnections } from './connections.ts'
import { createConversations } from './create.ts'
import { delivery } from './delivery.ts'
import { type Ground, openGround } from './desk.ts'
import { type Figure, isShort, print, say } from './figures.ts'
import { help } from './help.ts'
import { helpSuggestions } from './help-suggestions.ts'
import { importBesideCustomers } from './import.ts'
import { inbox } from './inbox.ts'
import { search } from './search.ts'
import { smtpToConversation } from './smtp.ts'
import { start } from './start.ts'

const benches: Record<string, (ground: Ground) => Promise<Figure[]>> = {
  append: appendThroughput,
  delivery,
  create: createConversations,
  connections: idleConnections,
  inbox,
  search,
  start,
  smtp: smtpToConversation,
  import: importBesideCustomers,
  'help-suggestions': helpSuggestions,
  help,
}

const wanted = process.argv.slice(2)
let short = 0
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  say(name)
  const ground = await openGround()
  try {
    for (const figure of await bench(ground)) {
      print(figure)
      if (isShort(figure)) short += 1
    }
  } finally {
    await ground.clear()
  }
}
process.exitCode = short > 0 ? 1 : 0
