// An image by itself, as large as the screen allows.
import { Modal } from '@mantine/core'
import type { Attachment } from '../../../contract/conversations.ts'
import { useWords } from '../language/words.tsx'

export function Lightbox({ file, url, onClose }: { file: Attachment; url: string; onClose(): void }) {
  const { t } = useWords()
  return (
    <Modal
      opened
      onClose={onClose}
      title={file.name}
      size="auto"
      centered
      yOffset="4vh"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
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
    </Modal>
  )
}
