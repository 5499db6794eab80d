// Every path that the embedded database uses inside the data folder is named once.
import { join } from 'node:path'

/** Where things lie inside the data folder. */
export type Place = {
  folder: string
  /** PostgreSQL's own data folder. */
  cluster: string
  binaries: string
  socket: string
  log: string
  /** Settings of the operator, read after Ballast's. */
  settings: string
  /** Windows only: the password of the loopback connection. */
  password: string
}

export function placeIn(folder: string): Place {
  return {
    folder,
    cluster: join(folder, 'postgres'),
    binaries: join(folder, 'postgres-binaries'),
    socket: join(folder, 'socket'),
    log: join(folder, 'postgres.log'),
    settings: join(folder, 'postgres.conf'),
    password: join(folder, 'postgres.password'),
  }
}
