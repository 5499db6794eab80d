// The choice of somebody or some team to assign to, with a filter as soon as there are many.
import { TextInput } from '@mantine/core'
import { IconUserOff, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import type { ChangeConversation, Conversation } from '../../../contract/conversations.ts'
import { Avatar } from '../../kit/avatar.tsx'
import { Choice, Choices, ChoiceTitle } from '../../kit/choices.tsx'
import { useWords } from '../language/words.tsx'
import { matches } from '../palette/matches.ts'
import { useMe } from '../session/session.ts'
import { useStaff, useTeams } from '../teams/teams.ts'
import { usePresences } from './presences.ts'

interface Props {
  /** Whose: a question to a colleague is never nobody's. */
  conversation?: Pick<Conversation, 'sideOf' | 'team'>
  onChoose(change: Pick<ChangeConversation, 'assigneeId' | 'teamId'>): void
}

const most = 40

export function AssignItems({ conversation, onChoose }: Props) {
  const { t } = useWords()
  const me = useMe()
  const teams = useTeams()
  const staff = useStaff().filter(
    ({ disabled, role }) => !disabled && role !== 'editor' && role !== 'compliance',
  )
  const presences = usePresences()
  const [text, setText] = useState('')
  const isAvailable = (id: string) =>
    presences.some(presence => presence.staffId === id && presence.available)
  const others = staff
    .filter(({ id, name }) => id !== me.id && matches(name, text.trim()))
    .sort(
      (one, other) =>
        Number(isAvailable(other.id)) - Number(isAvailable(one.id)) || one.name.localeCompare(other.name),
    )
  return (
    <Choices label={t('assign')}>
      {staff.length > 8 && (
        <TextInput
          size="xs"
          m={4}
          placeholder={t('find_person')}
          aria-label={t('find_person')}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
          data-autofocus
        />
      )}
      {!text && (
        <>
          <Choice
            icon={<Avatar name={me.name} id={me.id} kind="staff" size={20} />}
            onChoose={() => onChoose({ assigneeId: me.id })}
          >
            {t('assign_to_me')}
          </Choice>
          {!(conversation?.sideOf && !conversation.team) && (
            <Choice icon={<IconUserOff size={18} />} onChoose={() => onChoose({ assigneeId: null })}>
              {t('nobody')}
            </Choice>
          )}
        </>
      )}
      <div style={{ maxHeight: 264, overflowY: 'auto' }}>
        {others.length > 0 && <ChoiceTitle>{t('people')}</ChoiceTitle>}
        {others.slice(0, most).map(({ id, name }) => (
          <Choice
            key={id}
            icon={<Avatar name={name} id={id} kind="staff" size={20} online={isAvailable(id)} />}
            detail={isAvailable(id) ? t('available') : undefined}
            onChoose={() => onChoose({ assigneeId: id })}
          >
            {name}
          </Choice>
        ))}
        {teams.length > 0 && <ChoiceTitle>{t('teams')}</ChoiceTitle>}
        {teams
          .filter(({ name }) => matches(name, text.trim()))
          .map(({ id, name }) => (
            <Choice key={id} icon={<IconUsers size={18} />} onChoose={() => onChoose({ teamId: id })}>
              {name}
            </Choice>
          ))}
      </div>
    </Choices>
  )
}
