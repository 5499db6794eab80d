// The macros that the demo's agents run with `/`: the same for customers of either language.
import type { TeamName } from '../people.ts'

export interface DemoMacro {
  shortcut: string
  team: TeamName | null
  name: string
  actions: readonly object[]
}

export const macros: readonly DemoMacro[] = [
  {
    shortcut: 'ask-txid',
    team: 'money',
    name: 'Ask for the TxID and wait',
    actions: [
      {
        do: 'reply',
        text: 'Hello {{customer.name|there}}, could you please send me the transaction id (TxID), the amount and the network?',
      },
      { do: 'assign_me' },
      { do: 'set_status', status: 'waiting' },
      { do: 'add_tags', tags: ['txid'] },
    ],
  },
  {
    shortcut: 'solved-zh',
    team: null,
    name: '已处理，结束会话',
    actions: [
      { do: 'reply', text: '{{customer.name|您好}}，问题已经处理完毕。如还有疑问，直接回复即可。' },
      { do: 'set_status', status: 'solved' },
    ],
  },
  {
    shortcut: 'long',
    team: null,
    name: 'A long investigation',
    actions: [
      { do: 'note', text: 'Goes to the engineers; nothing for the customer to do.' },
      { do: 'set_complexity', complexity: 'complex' },
      { do: 'set_status', status: 'on_hold' },
      { do: 'add_task', title: 'Ask the engineers how far they are', hours: 48 },
    ],
  },
]
