// What needs a dialog for all selected conversations. Outside the bar, which goes when nothing is selected any more.
import { lazy, Suspense } from 'react'
import { useShowResult } from './bulk-bar.tsx'
import type { Selection } from './selection.ts'

const BulkMacroDialog = lazy(() =>
  import('../macros/bulk-macro-dialog.tsx').then(module => ({ default: module.BulkMacroDialog })),
)
const BulkReplyDialog = lazy(() =>
  import('../bulk-replies/bulk-reply-dialog.tsx').then(module => ({ default: module.BulkReplyDialog })),
)

export type BulkDialog = 'macro' | 'reply'

interface Props {
  open: BulkDialog | null
  selection: Selection
  onClose(): void
}

export function BulkDialogs({ open, selection, onClose }: Props) {
  const show = useShowResult(selection)
  return (
    <Suspense>
      {open === 'macro' && <BulkMacroDialog selection={selection} onDone={show} onClose={onClose} />}
      {open === 'reply' && <BulkReplyDialog selection={selection} onClose={onClose} />}
    </Suspense>
  )
}
