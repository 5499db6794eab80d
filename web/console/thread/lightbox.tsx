// An image by itself, as large as the screen allows.
import type { Attachment } from '../../../contract/conversations.ts'
import { useWords } from '../language/words.tsx'
import { Dialog } from '../look/dialog.tsx'

export function Lightbox({ file, url, onClose }: { file: Attachment; url: string; onClose(): void }) {
  const { t } = useWords()
  return (
    <Dialog onClose={onClose} title={file.name} size="auto" centered yOffset="4vh">
      <img
        src={url}
        alt={file.name}
        style={{
          display: 'block',
          maxWidth: '84vw',
          maxHeight: '78vh',
          objectFit: 'contain',
          borderRadius: 4,
        }}
      />
      <p style={{ margin: '12px 0 0' }}>
        <a href={url} download={file.name}>
          {t('download')}
        </a>
      </p>
    </Dialog>
  )
}
