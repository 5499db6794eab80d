// Files on their way to the desk: with their progress, and with what the desk says against them.
import { useState } from 'react'
import type { Attachment } from '../../../contract/conversations.ts'
import type { ErrorBody, ErrorCode } from '../../../contract/errors.ts'

export interface Upload {
  key: string
  name: string
  /** 0 to 1. */
  progress: number
  file?: Attachment
  fault?: ErrorCode
  abort?(): void
}

export interface UploadList {
  all: readonly Upload[]
  done: Attachment[]
  isBusy: boolean
  add(files: Iterable<File>): void
  remove(key: string): void
  restore(files: readonly Attachment[]): void
  clear(): void
}

const mostFiles = 10
const mostBytes = 25 * 1024 * 1024

export function useUploads(): UploadList {
  const [all, setAll] = useState<readonly Upload[]>([])
  const change = (key: string, to: Partial<Upload>) =>
    setAll(before => before.map(one => (one.key === key ? { ...one, ...to } : one)))
  const start = (file: File, isTooMany: boolean): Upload => {
    const key = crypto.randomUUID()
    const base = { key, name: file.name || 'image.png', progress: 0 }
    if (isTooMany) return { ...base, fault: 'too_many_files' }
    if (file.size > mostBytes) return { ...base, fault: 'file_too_large' }
    const abort = upload(file, base.name, {
      progress: progress => change(key, { progress }),
      done: attachment => change(key, { file: attachment, progress: 1 }),
      failed: fault => change(key, { fault }),
    })
    return { ...base, abort }
  }
  return {
    all,
    done: all.flatMap(({ file }) => file ?? []),
    isBusy: all.some(({ file, fault }) => !file && !fault),
    add: files => {
      const room = mostFiles - all.filter(({ fault }) => !fault).length
      const added = [...files].map((file, index) => start(file, index >= room))
      setAll(before => [...before, ...added])
    },
    remove: key => {
      all.find(one => one.key === key)?.abort?.()
      setAll(before => before.filter(one => one.key !== key))
    },
    restore: files =>
      setAll(before => [
        ...files.map(file => ({ key: file.id, name: file.name, progress: 1, file })),
        ...before,
      ]),
    clear: () => setAll([]),
  }
}

interface Events {
  progress(share: number): void
  done(file: Attachment): void
  failed(code: ErrorCode): void
}

/** XMLHttpRequest, because fetch tells nobody how far an upload has come. Gives what aborts it. */
function upload(file: File, name: string, { progress, done, failed }: Events): () => void {
  const request = new XMLHttpRequest()
  const form = new FormData()
  form.append('file', file, name)
  request.open('POST', '/api/attachments')
  request.responseType = 'json'
  request.upload.onprogress = ({ loaded, total }) => progress(total ? loaded / total : 0)
  request.onload = () => {
    if (request.status < 300) return done(request.response as Attachment)
    failed(
      (request.response as ErrorBody | null)?.error?.code ??
        (request.status === 413 ? 'file_too_large' : 'unavailable'),
    )
  }
  request.onerror = () => failed('unavailable')
  request.send(form)
  return () => request.abort()
}
