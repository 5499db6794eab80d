// F10: the machine's clock jumps while the desk runs: order, sessions and live conversations stay as they are.
import { chmodSync, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { check } from './checker/check.ts'
import { createGround, type Ground, type World } from './ground.ts'
import { startLoad } from './load.ts'
import { pause, secondsUntil } from './waiting.ts'

const library = '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1'
const perSecond = 30
const settleMs = 12_000

export const fakeTime = [library, library.replace('x86_64', 'aarch64')].find(path => existsSync(path))

export async function movedClock(world: World): Promise<void> {
  const { figures } = world
  const file = join(world.folder, 'clock')
  const move = (offset: string) => writeFileSync(file, `${offset}\n`)
  move('+0')
  chmodSync(file, 0o644)
  const ground = await createGround(world, {
    name: 'F10',
    customers: 20,
    agents: 4,
    env: {
      LD_PRELOAD: fakeTime!,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    },
  })
  const load = startLoad(ground, perSecond)
  await pause(3_000)
  const before = await liveCount(ground)
  figures.add('F10 live conversations before', before, '> 0', before > 0)
  for (const offset of ['+1h', '-2h']) {
    move(offset)
    const jumped = performance.now()
    const took = await secondsUntil(
      () => ground.history.all().some(one => one.state === 'ok' && one.invokedAt > jumped),
      20,
    )
    figures.atMost(`F10 ${offset}: acknowledged again after`, took, 5, ' s')
    await pause(settleMs)
    const live = await liveCount(ground)
    figures.add(`F10 ${offset}: conversations still live`, `${live} of ${before}`, 'all', live === before)
    const away = ground.clients.filter(client => client.state !== 'open').map(({ name }) => name)
    figures.none(`F10 ${offset}: people signed out or not connected`, away)
    figures.atMost(
      `F10 ${offset}: rounds of the schedule go on, oldest change not folded`,
      await oldestChange(ground),
      10,
      ' s',
    )
  }
  load.stop()
  figures.add('F10 the node ended by itself', ground.nodes[0]!.crashes, '0', ground.nodes[0]!.crashes === 0)
  await check(ground, figures)
  await ground.close()
}

async function liveCount({ pool }: Ground): Promise<number> {
  const { rows } = await pool.query<{ n: number }>('select count(*)::int as n from conversations where live')
  return rows[0]!.n
}

/** Seconds until what is due in the schedule's rounds has been done once more. */
async function oldestChange({ pool }: Ground): Promise<number> {
  await pool.query(
    `insert into conversation_count_changes (status, team_id, assignee_id, delta)
     values ('closed', null, null, 1), ('closed', null, null, -1)`,
  )
  return secondsUntil(async () => {
    const { rows } = await pool.query(
      `select 1 from conversation_count_changes where status = 'closed' limit 1`,
    )
    return rows.length === 0
  }, 30)
}
