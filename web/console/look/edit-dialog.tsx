// A dialog in which one thing is made or changed, or taken away.
import type { ReactNode } from 'react'
import { EditForm } from '../../kit/edit-form.tsx'
import type { Saving } from '../api/use-saving.ts'
import { useWords } from '../language/words.tsx'
import { Fault } from '../session/fault.tsx'
import { Dialog } from './dialog.tsx'

interface Props<T> {
  title: string
  size?: 'lg' | 'md'
  saving: Saving<T>
  /** What saving sends; null while it isn't whole. */
  wanted: T | null
  /** What taking it away is called. */
  removal?: 'delete' | 'mailbox_remove'
  onClose(): void
  children: ReactNode
}

export function EditDialog<T>(props: Props<T>) {
  const { title, size = 'md', saving, wanted, removal = 'mailbox_remove', onClose, children } = props
  const { t } = useWords()
  const { remove } = saving
  return (
    <Dialog onClose={onClose} title={title} size={size}>
      <EditForm
        fault={<Fault error={saving.error} />}
        remove={remove ? { label: t(removal), isBusy: saving.isRemoving, run: remove } : undefined}
        save={{
          label: t('save'),
          isBusy: saving.isSaving,
          isReady: wanted !== null,
          run: () => wanted !== null && saving.save(wanted),
        }}
      >
        {children}
      </EditForm>
    </Dialog>
  )
}
