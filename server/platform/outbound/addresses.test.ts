// Public addresses are few and known; everything else, and everything that carries an inner address inside, is not.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import * as fc from 'fast-check'
import { isPublic, plainAddress } from './addresses.ts'

const inside: Record<string, string[]> = {
  'this host and this network': ['0.0.0.0', '0.1.2.3', '::', '::1'],
  'private networks': ['10.0.0.0', '10.255.255.255', '172.16.0.1', '172.31.255.255', '192.168.44.5'],
  'carrier networks': ['100.64.0.0', '100.127.255.255'],
  loopback: ['127.0.0.1', '127.255.255.254'],
  'link-local, where clouds keep their keys': ['169.254.0.1', '169.254.170.2', 'fe80::1', 'febf::1'],
  'the wire server of a cloud': ['168.63.129.16'],
  'protocol assignments': ['192.0.0.1', '192.0.0.170', '192.88.99.1', '198.18.3.4', '198.19.255.255'],
  documentation: ['192.0.2.7', '198.51.100.7', '203.0.113.7', '3fff:abc::1'],
  'multicast, reserved, broadcast': ['224.0.0.251', '239.1.1.1', '240.0.0.1', '255.255.255.255', 'ff02::1'],
  'unique local and site-local': ['fc00::1', 'fdff:1::1', 'fec0::1', 'feff::1'],
  'discard and segment routing': ['100::1', '100:0:0:1::1', '5f00::1'],
  'Teredo, ORCHID and their kin': ['2001::1', '2001:0:1::1', '2001:10::1', '2001:20::1', '2001:1ff::1'],
  '6to4': ['2002:7f00:1::1', '2002:c0a8:101::1', '2002:808:808::1'],
  'IPv4-compatible and IPv4-translated': ['::127.0.0.1', '::8.8.4.4', '::ffff:0:127.0.0.1'],
  'local NAT64': ['64:ff9b:1::10.0.0.1', '64:ff9b:1:fffe::808:808'],
  'never given out': ['1::1', '4000::1', 'e000::1', '200::1'],
  'no address': ['', 'localhost', '127.1', '0177.0.0.1', '1.2.3', 'fe80::1%eth0', '2606:4700::1%1', '[::1]'],
}

const outside: Record<string, string[]> = {
  'IPv4, also right beside what is inside': [
    '1.1.1.1',
    '8.8.8.8',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '126.255.255.255',
    '128.0.0.1',
    '169.253.255.255',
    '172.15.255.255',
    '172.32.0.0',
    '192.167.255.255',
    '192.169.0.0',
    '198.17.255.255',
    '198.20.0.0',
    '223.255.255.255',
  ],
  IPv6: ['2606:4700:4700::1111', '2a00:1450:4001:82a::200e', '2001:200::1', '2003::1', '2000::1', '3ffd::1'],
  'public IPv4 inside': ['::ffff:8.8.8.8', '64:ff9b::8.8.8.8', '2a00:1::5efe:8.8.8.8'],
}

for (const [kind, addresses] of Object.entries(inside)) {
  suite(`inside: ${kind}`, () => {
    for (const address of addresses) test(address || '(empty)', () => assert.equal(isPublic(address), false))
  })
}

for (const [kind, addresses] of Object.entries(outside)) {
  suite(`public: ${kind}`, () => {
    for (const address of addresses) test(address, () => assert.equal(isPublic(address), true))
  })
}

const carriers: Record<string, (four: string) => string> = {
  'mapped to IPv6': four => `::ffff:${four}`,
  'mapped to IPv6, in full': four => `0000:0:0000:0:0:FFFF:${four}`,
  NAT64: four => `64:ff9b::${four}`,
  ISATAP: four => `2a00:1:2:3:0:5efe:${four}`,
  'ISATAP, unique': four => `2a00:1:2:3:200:5efe:${four}`,
}

for (const [name, carry] of Object.entries(carriers)) {
  test(`an IPv4 address is judged the same when it is carried inside: ${name}`, () => {
    fc.assert(fc.property(fc.ipV4(), four => assert.equal(isPublic(carry(four)), isPublic(four))))
    assert.equal(isPublic(carry('127.0.0.1')), false)
    assert.equal(isPublic(carry('9.9.9.9')), true)
  })
}

test('every IPv6 address has one spelling, which is judged the same', () => {
  fc.assert(
    fc.property(fc.ipV6(), address => {
      const plain = plainAddress(address)
      assert.ok(plain)
      assert.equal(plainAddress(plain), plain)
      assert.equal(isPublic(address), isPublic(plain))
    }),
  )
})

test('no address outside 2000::/3 is public, but for those that carry public IPv4', () => {
  const groups = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 })
  fc.assert(
    fc.property(groups, given => {
      const [first = 0, second = 0] = given
      fc.pre((first < 0x2000 || first > 0x3fff) && !(first === 0x64 && second === 0xff9b) && first !== 0)
      assert.equal(isPublic(given.map(group => group.toString(16)).join(':')), false)
    }),
  )
})
