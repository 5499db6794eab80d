// Sends files of articles to the desk, and tells how far they have come.
import type { ArticleFile } from '../../../contract/articles.ts'
import type { ErrorBody } from '../../../contract/errors.ts'
import { Refusal } from '../../api/refusal.ts'

/** @throws Refusal */
export async function uploadArticleFile(
  file: File,
  onProgress: (share: number) => void,
): Promise<{ url: string; width?: number; height?: number }> {
  const { url, width, height } = await upload<ArticleFile>('/api/article-files', file, onProgress)
  return { url, ...(width !== null && height !== null && { width, height }) }
}

/** An export of another system, to be read. @throws Refusal */
export const uploadImport = (file: File, onProgress: (share: number) => void): Promise<{ id: string }> =>
  upload('/api/article-imports', file, onProgress)

/** XMLHttpRequest, because fetch tells nobody how far an upload has come. */
const upload = <T>(path: string, file: File, onProgress: (share: number) => void): Promise<T> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const form = new FormData()
    form.append('file', file, file.name || 'image.png')
    request.open('POST', path)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0)
    request.onload = () =>
      request.status >= 300 ? reject(refusalOf(request)) : resolve(request.response as T)
    request.onerror = () => reject(new Refusal('offline', ''))
    request.send(form)
  })

function refusalOf({ status, response }: XMLHttpRequest): Refusal {
  const said = (response as ErrorBody | null)?.error
  const code = said?.code ?? (status === 413 ? 'file_too_large' : 'unavailable')
  return new Refusal(code, said?.message ?? '', { status })
}
