// What a file is, by its content: the name and the type that came with it prove nothing.
import { fileTypeFromBuffer } from 'file-type'
import { AppError } from '../../platform/errors.ts'
import { isRunnableName } from './file-names.ts'
import { imageSize } from './image-size.ts'

export interface FileKind {
  type: string
  /** May be shown in place. */
  image: boolean
}

/** What was seen of a file while it was stored. */
export interface Seen {
  /** The first half megabyte. */
  head: Buffer
  /** Whether all of it is text in UTF-8. */
  text: boolean
}

const maxPixels = 50_000_000
const shownTypes = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])
const detectBytes = 64 * 1024

const executables = new Set([
  'application/x-msdownload',
  'application/x-elf',
  'application/x-mach-binary',
  'application/java-vm',
  'application/java-archive',
  'application/wasm',
  'application/x.ms.shortcut',
  'application/x.apple.alias',
  'application/x-ms-regedit',
  'application/vnd.ms-htmlhelp',
  'application/vnd.ms-cab-compressed',
  'application/x-apple-diskimage',
  'application/x-deb',
  'application/x-rpm',
  'application/vnd.android.package-archive',
  'application/x-google-chrome-extension',
  'application/x-xpinstall',
  'application/x-shockwave-flash',
])

/**
 * Decides what a file is.
 * @throws AppError file_type_refused for what can be run, image_too_large for a picture of too many pixels
 */
export async function kindOfFile(name: string, seen: Seen): Promise<FileKind> {
  if (isRunnableName(name) || isScript(seen)) throw new AppError('file_type_refused')
  const detected = (await fileTypeFromBuffer(seen.head.subarray(0, detectBytes)))?.mime
  // Two letters are enough to be taken for a program, but no program is all text.
  if (seen.text && (!detected || executables.has(detected))) return { type: 'text/plain', image: false }
  const type = detected === 'image/apng' ? 'image/png' : (detected ?? 'application/octet-stream')
  if (executables.has(type)) throw new AppError('file_type_refused')
  return { type, image: shownTypes.has(type) && hasFairSize(type, seen.head) }
}

export interface Medium {
  type: string
  /** Of pictures, in pixels. */
  width: number | null
  height: number | null
}

const films = new Set(['video/mp4', 'video/webm'])

/**
 * What a file is that a page of the desk is to show.
 * @throws AppError file_type_refused for anything but pictures, MP4, WebM and WebVTT, image_too_large
 */
export async function mediumOf(name: string, seen: Seen): Promise<Medium> {
  const { type: found, image } = await kindOfFile(name, seen)
  const size = image ? imageSize(found, seen.head) : undefined
  if (size) return { type: found, ...size }
  // Some programs mark an MP4 as their own.
  const type = found === 'video/x-m4v' ? 'video/mp4' : found
  const isCaptions = type === 'text/vtt' && seen.text
  if (!isCaptions && !films.has(type)) throw new AppError('file_type_refused')
  return { type, width: null, height: null }
}

const isScript = ({ head, text }: Seen) => text && /^\uFEFF?#!\s*\//.test(head.toString('utf8', 0, 100))

function hasFairSize(type: string, head: Buffer): boolean {
  const size = imageSize(type, head)
  if (size && size.width * size.height > maxPixels) throw new AppError('image_too_large')
  return size !== undefined
}
