// The same choices as in the header, as dialogs that a key opens.
import type { ReactNode } from 'react'
import type { Conversation } from '../../../contract/conversations.ts'
import { AssignItems } from '../conversations/assign-items.tsx'
import { SnoozeItems } from '../conversations/snooze-items.tsx'
import { useWords } from '../language/words.tsx'
import { Dialog } from '../look/dialog.tsx'
import type { Change } from './use-change.ts'

function ChoiceDialog({ title, onClose, children }: { title: string; onClose(): void; children: ReactNode }) {
  return (
    <Dialog onClose={onClose} title={title} size={360} padding="sm">
      {children}
    </Dialog>
  )
}

interface AssignProps {
  conversation: Conversation
  onChoose(change: Change): void
  onClose(): void
}

export function AssignDialog({ conversation, onChoose, onClose }: AssignProps) {
  const { t } = useWords()
  return (
    <ChoiceDialog title={t('assign')} onClose={onClose}>
      <AssignItems conversation={conversation} onChoose={onChoose} />
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
