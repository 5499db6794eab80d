// A file in a message: images are shown, everything else is offered as a download, by links that are good for minutes.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Attachment } from '../../../contract/conversations.ts'
import { sizeOf } from '../chat/days.ts'
import { Icon } from './icon.tsx'
import { useChat, useTexts } from './use-chat.ts'

interface FileLink {
  url: string
}
const link = (attachment: Attachment) => `/api/customer/attachments/${attachment.id}/link`

export const Attached = ({ attachment }: { attachment: Attachment }) =>
  attachment.image ? <Picture attachment={attachment} /> : <Download attachment={attachment} />

function Picture({ attachment }: { attachment: Attachment }) {
  const { http, uploads } = useChat()
  const { t } = useTexts()
  const place = useRef<HTMLDivElement>(null)
  const [url, setUrl] = useState(() => uploads.preview(attachment.id))
  const [failed, setFailed] = useState(false)
  const load = () => {
    setFailed(false)
    http.get<FileLink>(link(attachment)).then(
      answer => setUrl(answer.url),
      () => setFailed(true),
    )
  }
  // Loaded when it comes into sight: a long thread asks for few.
  useEffect(() => {
    const watcher = new IntersectionObserver(([seen]) => {
      if (!seen?.isIntersecting || url) return
      watcher.disconnect()
      load()
    })
    watcher.observe(place.current!)
    return () => watcher.disconnect()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `load` is new each time and does the same
  }, [attachment.id])
  const { name } = attachment
  return (
    <div class="picture" ref={place}>
      {failed ? (
        <button type="button" class="plain" onClick={load}>
          {t('image_failed')}
        </button>
      ) : url ? (
        <button
          type="button"
          class="picture-open"
          aria-label={t('image_open', { name })}
          onClick={() => void openFile(http, attachment)}
        >
          <img src={url} alt={t('image', { name })} onError={() => setFailed(true)} />
        </button>
      ) : (
        <span class="picture-wait">
          <span class="hidden">{t('image', { name })}</span>
        </span>
      )}
    </div>
  )
}

/** A fresh link each time: the one before may have run out. */
async function openFile(http: ReturnType<typeof useChat>['http'], attachment: Attachment): Promise<void> {
  // Opened before the answer comes: later it would be taken for an unwanted pop-up.
  const opened = window.open('', '_blank')
  try {
    const { url } = await http.get<FileLink>(link(attachment))
    if (!opened) return
    opened.opener = null
    opened.location.href = url
  } catch {
    opened?.close()
  }
}

function Download({ attachment }: { attachment: Attachment }) {
  const { http, store } = useChat()
  const texts = useTexts()
  const { name, size } = attachment
  const save = async () => {
    try {
      const { url } = await http.get<FileLink>(link(attachment))
      const anchor = document.createElement('a')
      anchor.href = url
      anchor.download = name
      anchor.rel = 'noopener'
      anchor.click()
    } catch {
      store.set({ notice: 'file_failed' })
    }
  }
  return (
    <button type="button" class="file" aria-label={texts.t('download', { name })} onClick={() => void save()}>
      <span class="file-sign">
        <Icon name="file" />
      </span>
      <span class="file-name" dir="auto">
        {name}
        <small>{sizeOf(texts, size)}</small>
      </span>
      <Icon name="download" size={18} />
    </button>
  )
}
