// `npm run faults`: breaks things while people talk, lets them heal, and checks that nothing was lost, doubled or moved.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findDovecot } from '../dovecot.ts'
import { findInstalledServer } from '../postgres.ts'
import { cutClients } from './cut-clients.ts'
import { databaseAway } from './database-away.ts'
import { doubledMail } from './doubled-mail.ts'
import { createFigures, progress } from './figures.ts'
import type { World } from './ground.ts'
import { importedMailbox } from './imported-mailbox.ts'
import { killedNode } from './killed-node.ts'
import { lostAck } from './lost-ack.ts'
import { mailServerAway } from './mail-server-away.ts'
import { fakeTime, movedClock } from './moved-clock.ts'
import { endAll } from './node-process.ts'
import { poisonMail } from './poison-mail.ts'
import { startCluster } from './postgres-cluster.ts'
import { slowReaders } from './slow-readers.ts'
import { twoNodes } from './two-nodes.ts'

interface Fault {
  run(world: World): Promise<void>
  /** Part of the short version. */
  short?: boolean
  /** What it needs of the machine, and the line that installs it. */
  needs?: { there: boolean; what: string; remedy: string }
}

const dovecot = (name: string) => ({
  there: findDovecot() !== null,
  what: `${name}: no Dovecot`,
  remedy: 'apt-get install -y dovecot-imapd',
})

const faults: Record<string, Fault> = {
  F1: { run: killedNode, short: true },
  F2: { run: twoNodes },
  F3: { run: databaseAway, short: true },
  F5: { run: cutClients },
  F6: { run: lostAck, short: true },
  F7: { run: doubledMail, short: true, needs: dovecot('F7') },
  F8: { run: slowReaders },
  F10: {
    run: movedClock,
    needs: {
      there: fakeTime !== undefined,
      what: 'F10: no libfaketime',
      remedy: 'apt-get install -y faketime',
    },
  },
  F12: { run: poisonMail, short: true },
  F13: { run: importedMailbox, short: true, needs: dovecot('F13') },
  F15: { run: mailServerAway, short: true },
}

const given = process.argv.slice(2)
const short = given.includes('--short')
const wanted = given.filter(argument => !argument.startsWith('--')).map(name => name.toUpperCase())
const unknown = wanted.filter(name => !(name in faults))
const figures = createFigures(line => void process.stdout.write(`${line}\n`))

if (unknown.length > 0) {
  process.stderr.write(
    `There is no fault ${unknown.join(', ')}; there are ${Object.keys(faults).join(', ')}.\n`,
  )
  process.exitCode = 2
} else {
  await runAll().catch(error => {
    process.stderr.write(`${error?.stack ?? error}\n`)
    process.exitCode = 1
  })
  // Clients of a fault that broke off would go on trying for ever.
  process.exit()
}

async function runAll(): Promise<void> {
  const bin = findInstalledServer()
  if (!bin) return missing('PostgreSQL >= 15', 'apt-get install -y postgresql')
  const folder = mkdtempSync(join(tmpdir(), 'ballast-faults-'))
  chmodSync(folder, 0o755)
  const cluster = await startCluster(bin, folder)
  let through = false
  try {
    for (const [name, fault] of Object.entries(faults)) {
      if (wanted.length > 0 ? !wanted.includes(name) : short && !fault.short) continue
      if (fault.needs && !fault.needs.there) {
        missing(fault.needs.what, fault.needs.remedy)
        continue
      }
      const started = performance.now()
      progress(`${name} begins`)
      await fault.run({ cluster, folder, figures, short })
      progress(`${name} took ${Math.round((performance.now() - started) / 1000)} s`)
    }
    through = true
  } finally {
    await endAll()
    // Nobody needs its data any more, and whatever it was doing, it ends at once.
    await cluster.stop('SIGQUIT')
    if (!through || figures.short > 0) progress(`logs are in ${folder}`)
    else rmSync(folder, { recursive: true, force: true })
  }
  if (figures.short > 0) process.exitCode = 1
}

function missing(what: string, remedy: string): void {
  process.stdout.write(`Not run on this machine: ${what}\n    ${remedy}\n`)
  if (process.env.CI) process.exitCode = 1
}
