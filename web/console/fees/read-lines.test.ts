// Fees from a spreadsheet: what is read, and which fault of which line is told.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readFeeLines } from './read-lines.ts'

const usdt = {
  asset: 'USDT',
  network: 'Tron (TRC20)',
  deposit: '0',
  withdrawal: '1.50',
  leastDeposit: '0.000000000000000001',
  leastWithdrawal: '10',
}

test('tabs, semicolons and commas part cells; a heading and empty lines are passed over', () => {
  const heading = 'Asset\tNetwork\tDeposit\tWithdrawal\tLeast deposit\tLeast withdrawal'
  const cells = ['usdt', 'Tron (TRC20)', '0', '1.50', '0.000000000000000001', '10']
  for (const sign of ['\t', ';', ', ']) {
    const { fees, faults } = readFeeLines(`${heading.replaceAll('\t', sign)}\r\n\r\n${cells.join(sign)}\r\n`)
    assert.deepEqual({ fees, faults }, { fees: [usdt], faults: [] }, JSON.stringify(sign))
  }
})

test('what is not possible is left empty or struck out', () => {
  const [fee] = readFeeLines('BTC\tBitcoin\t\t-\tN/A\t0.1%').fees
  assert.deepEqual(
    [fee?.deposit, fee?.withdrawal, fee?.leastDeposit, fee?.leastWithdrawal],
    [null, null, null, '0.1%'],
  )
})

test('each fault is told with its line', () => {
  const text = [
    'BTC,Bitcoin,0,0.0002,0,0.001',
    'BTC,Bitcoin,0',
    'Bit coin,Bitcoin,0,1,0,1',
    'ETH,,0,1,0,1',
    'ETH,Ethereum,0,1e3,0,1',
    'ETH,Ethereum,0,free,0,1',
    'BTC,Bitcoin,0,0.0003,0,0.001',
  ].join('\n')
  assert.deepEqual(readFeeLines(text).faults, [
    { line: 2, fault: 'cells', value: '3' },
    { line: 3, fault: 'asset', value: 'Bit coin' },
    { line: 4, fault: 'network', value: '' },
    { line: 5, fault: 'amount', value: '1e3' },
    { line: 6, fault: 'amount', value: 'free' },
    { line: 7, fault: 'twice', value: 'BTC Bitcoin' },
  ])
})

test('two hundred thousand lines are refused in time', () => {
  const lines = Array.from({ length: 200_000 }, (_, n) => `A${n},N,0,0,0,0`).join('\n')
  const { faults } = readFeeLines(lines)
  assert.deepEqual(faults, [{ line: 1_001, fault: 'too_many', value: '1000' }])
})
