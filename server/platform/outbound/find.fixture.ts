// Looks for a destination with made-up DNS, and tells what was asked for, for the tests of what may be reached.
import assert from 'node:assert/strict'
import { readAllowed } from './allowed.ts'
import { findDestination } from './destination.ts'
import { OutboundRefused } from './refused.ts'

export const publicAddress = '93.184.215.14'

/** Every name has the addresses of `answer`. Either `addresses` or the `reason` of the refusal is given. */
export async function find(url: string, { allow = [] as string[], answer = [publicAddress] } = {}) {
  const asked: string[] = []
  const resolve = async (host: string) => {
    asked.push(host)
    return answer
  }
  try {
    const signal = new AbortController().signal
    const { addresses, host } = await findDestination(url, readAllowed(allow), resolve, signal)
    return { addresses, host, asked }
  } catch (error) {
    assert.ok(error instanceof OutboundRefused)
    return { reason: error.reason, asked }
  }
}
