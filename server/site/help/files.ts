// Pictures, videos and captions of articles.
import { publishedFiles } from '../../modules/knowledge/index.ts'
import { nobody } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import type { Shown } from '../../platform/pages.ts'
import type { SiteVisit } from '../layout.ts'

/** The name in the address is for people; only the id counts. */
export async function showFile({ desk, params }: SiteVisit): Promise<Shown> {
  const [file] = await publishedFiles(desk.read(nobody), [params.id ?? ''])
  if (!file) throw notFound()
  return { file }
}
