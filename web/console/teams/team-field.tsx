// Chooses one of the teams, or none.
import { Select } from '@mantine/core'
import { useWords } from '../language/words.tsx'
import { useTeams } from './teams.ts'

export function TeamField({ value, onChange }: { value: string | null; onChange(id: string | null): void }) {
  const { t } = useWords()
  const teams = useTeams()
  return (
    <Select
      label={t('team')}
      placeholder={t('any_team')}
      clearable
      data={teams.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
    />
  )
}
