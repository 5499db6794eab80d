// Everybody writes at a steady pace, whatever becomes of what they wrote, until a screenful waits to be sent.
import type { Ground } from './ground.ts'
import { pick } from './waiting.ts'

const tickMs = 20
/** Of the messages, so many are the customers'. */
const customersShare = 0.8

/** Nobody goes on typing for ever into a desk that doesn't answer. */
const mostWaiting = 12

const phrases = [
  'My withdrawal has been pending for two hours, can you look into it please?',
  '我的提现已经两个小时没有到账了，请帮我查询一下',
  'The deposit arrived on the chain with twelve confirmations but my balance is still empty.',
  '充值已经有十二个确认，但是余额没有变化',
  'Thank you, I will check the address and the network again.',
  '好的，谢谢，我再核对一下地址和网络',
]

export interface Load {
  stop(): void
}

let written = 0

/** Starts writing `perSecond` messages, spread over all customers and agents. */
export function startLoad({ customers, agents }: Ground, perSecond: number): Load {
  const started = performance.now()
  let sent = 0
  const timer = setInterval(() => {
    // By the clock and not by the tick: a late timer must not lower the rate.
    const due = Math.floor(((performance.now() - started) / 1000) * perSecond)
    for (; sent < due; sent++) {
      const writer = agents.length === 0 || Math.random() < customersShare ? pick(customers) : pick(agents)
      if (writer.waiting() < mostWaiting) writer.write(pick(writer.conversationIds), text())
    }
  }, tickMs)
  return { stop: () => clearInterval(timer) }
}

/** A line that nobody else writes; its number finds it again. */
export const text = (): string => `${pick(phrases)} ${pick(phrases)} (no. ${++written})`
