// The smallest pictures that say how large they are, and a conversation for files to belong to.
import type { Customer } from '../../../test/factories.ts'
import type { TestDesk } from '../../../test/harness.ts'
import { newId } from '../../platform/ids.ts'

export function png(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(60)
  bytes.write('\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR', 'latin1')
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  bytes.write('\x08\x06\0\0\0\0\0\0\0\0\0\0\x01IDAT', 24, 'latin1')
  return bytes
}

/** The frame comes after another segment, as in every photograph. */
export function jpeg(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(60)
  bytes.write('\xff\xd8\xff\xe0\0\x10JFIF\0', 'latin1')
  bytes.write('\xff\xc0\0\x11\x08', 20, 'latin1')
  bytes.writeUInt16BE(height, 25)
  bytes.writeUInt16BE(width, 27)
  return bytes
}

export function gif(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(40)
  bytes.write('GIF89a')
  bytes.writeUInt16LE(width, 6)
  bytes.writeUInt16LE(height, 8)
  return bytes
}

export function webp(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(40)
  bytes.write('RIFF\x20\0\0\0WEBPVP8X\x0a', 'latin1')
  bytes.writeUIntLE(width - 1, 24, 3)
  bytes.writeUIntLE(height - 1, 27, 3)
  return bytes
}

/** A bare row: conversations come later in the order, and only their id matters here. */
export async function addConversation(desk: TestDesk, { id }: Customer): Promise<string> {
  const conversationId = newId()
  await desk.pool.query(
    `insert into conversations (id, number, customer_id, client_id, channel, locale, status, live, seq, preview, public_preview,
       last_author, last_entry_at, active_at, created_at)
     values ($1, nextval('conversation_numbers'), $2, $3, 'chat', 'en', 'open', false, 0, '', '', 'customer', $4, $4, $4)`,
    [conversationId, id, newId(), desk.clock()],
  )
  return conversationId
}
