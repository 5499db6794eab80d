// The same choices as in the header, as dialogs that a key opens.
import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { AssignItems } from '../conversations/assign-items.tsx'
import { SnoozeItems } from '../conversations/snooze-items.tsx'
import { useWords } from '../language/words.tsx'
import type { Change } from './use-change.ts'

function ChoiceDialog({ title, onClose, children }: { title: string; onClose(): void; children: ReactNode }) {
  const { t } = useWords()
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={360}
      padding="sm"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {children}
    </Modal>
  )
}

export function AssignDialog({ onChoose, onClose }: { onChoose(change: Change): void; onClose(): void }) {
  const { t } = useWords()
  return (
    <ChoiceDialog title={t('assign')} onClose={onClose}>
      <AssignItems onChoose={onChoose} />
    </ChoiceDialog>
  )
}

export function SnoozeDialog({ onChoose, onClose }: { onChoose(until: string): void; onClose(): void }) {
  const { t } = useWords()
  return (
    <ChoiceDialog title={t('snooze')} onClose={onClose}>
      <SnoozeItems onChoose={onChoose} />
    </ChoiceDialog>
  )
}
