// Which conversations a policy or a rule is for; what is left empty allows anything.
import { MultiSelect, TagsInput } from '@mantine/core'
import type { Policy } from '../../../contract/sla.ts'
import { priorities, topics } from '../conversations/filters.ts'
import { useWords } from '../language/words.tsx'
import { useTeams } from '../teams/teams.ts'

type Match = Policy['match']
const channels = ['chat', 'form', 'email', 'api'] as const satisfies readonly NonNullable<
  Match['channels']
>[number][]

interface Props {
  match: Match
  onChange(match: Match): void
}

export function PolicyMatch({ match, onChange }: Props) {
  const { t, word } = useWords()
  const teams = useTeams()
  /** A list that is absent allows anything; an empty one would allow nothing, and is refused. */
  const narrow = (name: keyof Match) => (values: string[]) =>
    onChange({ ...match, [name]: values.length > 0 ? values : undefined })
  const common = { placeholder: t('policy_any'), clearable: true }
  return (
    <>
      <p>{t('policy_match_text')}</p>
      <MultiSelect
        {...common}
        label={t('policy_topics')}
        data={topics.map(value => ({ value, label: word('topics', value) }))}
        value={match.topics ?? []}
        onChange={narrow('topics')}
      />
      <MultiSelect
        {...common}
        label={t('policy_priorities')}
        data={priorities.map(value => ({ value, label: word('priorities', value) }))}
        value={match.priorities ?? []}
        onChange={narrow('priorities')}
      />
      <MultiSelect
        {...common}
        label={t('policy_channels')}
        data={channels.map(value => ({ value, label: t(`channel_${value}`) }))}
        value={match.channels ?? []}
        onChange={narrow('channels')}
      />
      <TagsInput
        {...common}
        label={t('policy_languages')}
        data={['en', 'zh', 'zh-TW']}
        value={match.languages ?? []}
        onChange={narrow('languages')}
      />
      <TagsInput
        {...common}
        label={t('policy_tiers')}
        description={t('policy_tiers_text')}
        maxLength={40}
        value={match.tiers ?? []}
        onChange={narrow('tiers')}
      />
      <MultiSelect
        {...common}
        label={t('policy_teams')}
        data={teams.map(({ id, name }) => ({ value: id, label: name }))}
        value={match.teamIds ?? []}
        onChange={narrow('teamIds')}
      />
    </>
  )
}
