// Why a rule was for a conversation, in the reader's words.
import type { Reason } from '../../../contract/automation.ts'
import type { Complexity, Priority, Status, Topic } from '../../../contract/conversations.ts'
import { useWords } from '../language/words.tsx'
import { useTeams } from '../teams/teams.ts'

/** Gives the words for a reason; what this console doesn't know is said as it is. */
export function useReasonWords(): (reason: Reason) => string {
  const { t, word } = useWords()
  const teams = useTeams()
  return ({ by, value }) => {
    const said = (what: string, named: string) => t('action_said', { what, value: named })
    switch (by) {
      case 'topics':
        return said(t('topic'), word('topics', value as Topic))
      case 'priorities':
        return said(t('priority'), word('priorities', value as Priority))
      case 'complexities':
        return said(t('complexity'), word('complexities', value as Complexity))
      case 'statuses':
        return said(t('filter_status'), word('statuses', value as Status))
      case 'channels':
        return said(t('channel'), t(`channel_${value as 'chat'}`))
      case 'teamIds':
        return said(t('team'), teams.find(({ id }) => id === value)?.name ?? '?')
      case 'tiers':
        return said(t('tier'), value)
      case 'languages':
        return said(t('reason_languages'), value)
      case 'tags':
        return said(t('tags'), value)
      case 'words':
        return said(t('reason_words'), value)
      case 'hours':
        return t(value === 'open' ? 'rule_hours_open' : 'rule_hours_closed')
      default:
        return said(by, value)
    }
  }
}
