// Asks before something that can't be taken back.
import { Button, Modal } from '@mantine/core'
import { type ReactNode, useState } from 'react'

interface Props {
  title: string
  children: ReactNode
  yes: string
  no: string
  danger?: boolean
  onYes(): Promise<void> | void
  onClose(): void
}

export function Choose({ title, children, yes, no, danger = true, onYes, onClose }: Props) {
  const [busy, setBusy] = useState(false)
  const agree = async () => {
    setBusy(true)
    try {
      await onYes()
      onClose()
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal opened onClose={onClose} title={title} size="sm" closeButtonProps={{ 'aria-label': no }}>
      <div style={{ color: 'var(--text-soft)', lineHeight: 1.5 }}>{children}</div>
      <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8, marginTop: 24 }}>
        <Button variant="default" onClick={onClose}>
          {no}
        </Button>
        <Button
          color={danger ? 'rust' : undefined}
          loading={busy}
          onClick={() => void agree()}
          data-autofocus
        >
          {yes}
        </Button>
      </div>
    </Modal>
  )
}
