// The two questions about another conversation: into which one this is merged, and to which it is linked.
import type { Conversation } from '../../../contract/conversations.ts'
import { isFixed } from '../conversations/belongs.ts'
import { useWords } from '../language/words.tsx'
import { OtherDialog } from './other-dialog.tsx'
import { useRelate } from './use-related.ts'

interface Props {
  conversation: Conversation
  onClose(): void
}

export function MergeDialog({ conversation, onClose }: Props) {
  const { t } = useWords()
  const { merge } = useRelate(conversation)
  return (
    <OtherDialog
      conversation={conversation}
      title={t('merge')}
      lead={t('merge_lead', { number: String(conversation.number) })}
      label={t('merge_number')}
      action={t('merge_action')}
      offers={other => !isFixed(other)}
      onChoose={number => merge.mutate(number)}
      onClose={onClose}
    />
  )
}

export function LinkDialog({ conversation, onClose }: Props) {
  const { t } = useWords()
  const { link } = useRelate(conversation)
  return (
    <OtherDialog
      conversation={conversation}
      title={t('link')}
      lead={t('link_lead')}
      label={t('link_number')}
      action={t('link_action')}
      offers={() => true}
      onChoose={number => link.mutate(number)}
      onClose={onClose}
    />
  )
}
