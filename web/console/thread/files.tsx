// The files of an entry: images in place, everything else to download. Links to them are made when they are needed.
import { IconDownload, IconFile, IconFileTypePdf, IconFileZip, IconPhotoOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { Attachment } from '../../../contract/conversations.ts'
import { Bone } from '../../kit/bones.tsx'
import { answer, api } from '../api/client.ts'
import { useShowFault } from '../api/use-fault.ts'
import { fileSize } from '../language/file-size.ts'
import { useWords } from '../language/words.tsx'
import styles from './files.module.css'

const Lightbox = lazy(() => import('./lightbox.tsx').then(module => ({ default: module.Lightbox })))

/** Links work for some minutes; they are asked for again well before that. */
const linkGoodMs = 120_000

const fetchLink = (id: string) => answer(api.GET('/api/attachments/{id}/link', { params: { path: { id } } }))

export function Files({ files }: { files: readonly Attachment[] }) {
  return (
    <div className={files.length > 0 ? styles.files : undefined}>
      {files.map(file =>
        file.image ? <Picture key={file.id} file={file} /> : <FileCard key={file.id} file={file} />,
      )}
    </div>
  )
}

function Picture({ file }: { file: Attachment }) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const { data, isError } = useQuery({
    queryKey: ['file', file.id],
    queryFn: () => fetchLink(file.id),
    staleTime: linkGoodMs,
    gcTime: linkGoodMs,
  })
  if (isError)
    return (
      <span className={styles.broken}>
        <IconPhotoOff size={18} aria-hidden /> {file.name}
      </span>
    )
  return (
    <>
      <button
        type="button"
        className={styles.picture}
        onClick={() => setOpen(true)}
        aria-label={t('open_image', { name: file.name })}
      >
        {data ? <img src={data.url} alt={file.name} loading="lazy" /> : <Bone width={220} height={150} />}
      </button>
      {isOpen && data && (
        <Suspense>
          <Lightbox file={file} url={data.url} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

function FileCard({ file }: { file: Attachment }) {
  const { t, locale } = useWords()
  const showFault = useShowFault()
  const download = async () => {
    try {
      location.assign((await fetchLink(file.id)).url)
    } catch (error) {
      showFault(error)
    }
  }
  return (
    <button
      type="button"
      className={styles.card}
      onClick={() => void download()}
      title={t('download_file', { name: file.name })}
    >
      <FileIcon type={file.type} />
      <span className={styles.what}>
        <span className={styles.name}>{file.name}</span>
        <small>{fileSize(locale, file.size)}</small>
      </span>
      <IconDownload size={16} aria-hidden />
    </button>
  )
}

export function FileIcon({ type }: { type: string }) {
  if (type === 'application/pdf') return <IconFileTypePdf size={22} aria-hidden />
  if (/zip|compressed/.test(type)) return <IconFileZip size={22} aria-hidden />
  return <IconFile size={22} aria-hidden />
}
