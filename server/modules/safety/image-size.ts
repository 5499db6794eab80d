// Reads a picture's width and height from its header, so that a small file can't unfold into gigabytes on a screen.

export interface ImageSize {
  width: number
  height: number
}

/** The size that the header of a PNG, JPEG, GIF or WebP gives; undefined when it isn't in these bytes. */
export function imageSize(type: string, head: Buffer): ImageSize | undefined {
  const read = readers[type]
  if (!read) return undefined
  try {
    const size = read(head)
    return size && size.width > 0 && size.height > 0 ? size : undefined
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const readers: Record<string, (head: Buffer) => ImageSize | undefined> = {
  'image/png': head =>
    head.toString('latin1', 12, 16) === 'IHDR'
      ? { width: head.readUInt32BE(16), height: head.readUInt32BE(20) }
      : undefined,
  'image/gif': head => ({ width: head.readUInt16LE(6), height: head.readUInt16LE(8) }),
  'image/webp': webpSize,
  'image/jpeg': jpegSize,
}

function webpSize(head: Buffer): ImageSize | undefined {
  const form = head.toString('latin1', 12, 16)
  if (form === 'VP8X') return { width: head.readUIntLE(24, 3) + 1, height: head.readUIntLE(27, 3) + 1 }
  if (form === 'VP8 ')
    return { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff }
  if (form !== 'VP8L') return undefined
  const bits = head.readUInt32LE(21)
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}

// Frames are headed by the markers C0 to CF, except for three that mean something else.
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
const standsAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)

function jpegSize(head: Buffer): ImageSize | undefined {
  for (let at = 2; head.readUInt8(at) === 0xff; ) {
    const marker = head.readUInt8(at + 1)
    if (isFrame(marker)) return { width: head.readUInt16BE(at + 7), height: head.readUInt16BE(at + 5) }
    if (marker === 0xff) at += 1
    else if (standsAlone(marker)) at += 2
    else at += 2 + Math.max(2, head.readUInt16BE(at + 2))
  }
  return undefined
}
