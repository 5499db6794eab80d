// What an action of a macro or a rule does, in the reader's words.
import type { Action } from '../../../contract/automation.ts'
import { useWords } from '../language/words.tsx'
import { useStaff, useTeams } from '../teams/teams.ts'

/** Gives the sentence for an action. */
export function useActionWords(): (action: Action) => string {
  const { t, word } = useWords()
  const teams = useTeams()
  const staff = useStaff()
  const named = (list: readonly { id: string; name: string }[], id: string | null, none: string) =>
    id === null ? none : (list.find(one => one.id === id)?.name ?? '?')
  const valueOf = (action: Action): string => {
    switch (action.do) {
      case 'reply':
      case 'note':
        return action.text
      case 'set_status':
        return word('statuses', action.status)
      case 'snooze':
        return `${action.hours} h`
      case 'set_priority':
        return word('priorities', action.priority)
      case 'set_complexity':
        return word('complexities', action.complexity)
      case 'assign':
        return named(staff, action.assigneeId, t('nobody'))
      case 'assign_team':
        return named(teams, action.teamId, t('no_team'))
      case 'notify_team':
        return named(teams, action.teamId, '?')
      case 'notify_staff':
        return named(staff, action.staffId, '?')
      case 'add_task':
        return action.hours === null ? action.title : `${action.title} (${action.hours} h)`
      case 'add_tags':
      case 'remove_tags':
        return action.tags.join(', ')
      default:
        return ''
    }
  }
  return action => {
    const [what, value] = [t(`action_${action.do}`), valueOf(action)]
    return value ? t('action_said', { what, value }) : what
  }
}
