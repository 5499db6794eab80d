// Files that go with the next message: on their way, attached, or refused with the reason.
import { sizeOf } from '../chat/days.ts'
import type { Upload } from '../chat/state.ts'
import { Icon } from './icon.tsx'
import { useApp, useChat, useTexts } from './use-chat.ts'

export function UploadList({ of }: { of: string }) {
  const all = useApp(state => state.uploads)
  const uploads = all.filter(one => one.of === of)
  if (uploads.length === 0) return null
  return (
    <ul class="uploads">
      {uploads.map(upload => (
        <UploadItem key={upload.key} upload={upload} />
      ))}
    </ul>
  )
}

function UploadItem({ upload }: { upload: Upload }) {
  const { uploads } = useChat()
  const texts = useTexts()
  const { key, name, percent, problem, attachment, preview, size } = upload
  const { t } = texts
  const label = problem
    ? t('upload_failed', { name, reason: problem })
    : attachment
      ? t('uploaded', { name })
      : t('uploading', { name, percent })
  return (
    <li class={problem ? 'upload bad' : 'upload'}>
      {preview ? <img src={preview} alt="" /> : <Icon name={problem ? 'alert' : 'file'} />}
      <div class="upload-what">
        <span class="upload-name" dir="auto">
          {name}
        </span>
        <output>
          <span class="hidden">{label}</span>
          <span aria-hidden="true">{problem ?? (attachment ? sizeOf(texts, size) : `${percent} %`)}</span>
        </output>
        {!problem && !attachment && <progress max={100} value={percent} aria-label={label} />}
      </div>
      {problem && !attachment && (
        <button
          type="button"
          class="round small"
          aria-label={t('retry_file', { name })}
          onClick={() => uploads.retry(key)}
        >
          <Icon name="retry" size={18} />
        </button>
      )}
      <button
        type="button"
        class="round small"
        aria-label={t('remove_file', { name })}
        onClick={() => uploads.remove(key)}
      >
        <Icon name="close" size={18} />
      </button>
    </li>
  )
}
