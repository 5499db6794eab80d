// Files on their way up: at once when they are chosen, with progress, each on its own.
import type { Attachment } from '../../../contract/conversations.ts'
import type { ErrorBody } from '../../../contract/errors.ts'
import type { TokenSource } from './http.ts'
import { newId } from './sending.ts'
import type { AppStore, Upload } from './state.ts'

const maxBytes = 25 * 1024 * 1024
const maxFiles = 10
const shownTypes = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])

export interface Uploads {
  add(of: string, files: Iterable<File>): void
  retry(key: string): void
  remove(key: string): void
  /** Takes what is attached, for a message that is sent. */
  take(of: string): Attachment[]
  /** The picture as it lies on this machine: shown until, and instead of, what the desk has. */
  preview(attachmentId: string): string | undefined
  /** Gives back what a message had that returns to the writer. */
  giveBack(of: string, attachments: Attachment[]): void
}

export function createUploads(store: AppStore, session: TokenSource): Uploads {
  const files = new Map<string, File>()
  const running = new Map<string, XMLHttpRequest>()
  const previews = new Map<string, string>()

  const all = () => store.get().uploads
  const change = (key: string, patch: Partial<Upload>) =>
    store.set({ uploads: all().map(one => (one.key === key ? { ...one, ...patch } : one)) })
  const drop = (gone: (upload: Upload) => boolean) => {
    for (const upload of all().filter(gone)) {
      running.get(upload.key)?.abort()
      files.delete(upload.key)
      if (upload.preview && !upload.attachment) URL.revokeObjectURL(upload.preview)
    }
    store.set({ uploads: all().filter(upload => !gone(upload)) })
  }

  async function run(key: string, again = false): Promise<void> {
    const file = files.get(key)
    if (!file) return
    change(key, { percent: 0, problem: undefined })
    const { strings, t, fill } = store.get().texts
    try {
      const answer = await put(file, await session.token(again), key)
      if (answer.status === 401 && !again) return run(key, true)
      if (answer.status >= 200 && answer.status < 300)
        return attached(key, JSON.parse(answer.text) as Attachment)
      const { code, details } = (JSON.parse(answer.text) as ErrorBody).error
      change(key, { problem: fill(strings.errors[code], details) })
    } catch {
      if (all().some(one => one.key === key)) change(key, { problem: t('upload_offline') })
    } finally {
      running.delete(key)
    }
  }

  function attached(key: string, attachment: Attachment): void {
    const preview = all().find(one => one.key === key)?.preview
    if (preview && attachment.image) previews.set(attachment.id, preview)
    change(key, { percent: 100, attachment })
  }

  /** By XMLHttpRequest: fetch tells nothing of what went up so far. */
  const put = (file: File, token: string, key: string) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const request = new XMLHttpRequest()
      running.set(key, request)
      request.open('POST', '/api/customer/attachments')
      request.setRequestHeader('authorization', `Bearer ${token}`)
      request.upload.onprogress = ({ loaded, total }) =>
        change(key, { percent: Math.min(99, Math.floor((loaded / total) * 100)) })
      request.onload = () => resolve({ status: request.status, text: request.responseText })
      request.onerror = request.onabort = () => reject(new Error('aborted'))
      const form = new FormData()
      form.append('file', file, file.name)
      request.send(form)
    })

  function refusal(file: File, before: number): string | undefined {
    const { errors } = store.get().texts.strings
    if (before >= maxFiles) return String(errors.too_many_files)
    return file.size > maxBytes ? String(errors.file_too_large) : undefined
  }

  return {
    add: (of, chosen) => {
      for (const file of chosen) {
        const key = newId()
        const problem = refusal(file, all().filter(one => one.of === of).length)
        const preview = shownTypes.has(file.type) ? URL.createObjectURL(file) : undefined
        const upload: Upload = { key, of, name: file.name, size: file.size, percent: 0, preview, problem }
        store.set({ uploads: [...all(), upload] })
        if (problem) continue
        files.set(key, file)
        void run(key)
      }
    },
    retry: key => void run(key),
    remove: key => drop(upload => upload.key === key),
    take: of => {
      const ready = all().filter(one => one.of === of && one.attachment)
      drop(upload => ready.includes(upload))
      return ready.map(({ attachment }) => attachment!)
    },
    preview: id => previews.get(id),
    giveBack: (of, attachments) =>
      store.set({
        uploads: [
          ...all(),
          ...attachments.map(attachment => ({
            key: newId(),
            of,
            name: attachment.name,
            size: attachment.size,
            percent: 100,
            attachment,
          })),
        ],
      }),
  }
}
