// The dry run: what the rule as it stands in the form would do to the newest conversations.
import { Button } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Rule } from '../../../contract/automation.ts'
import { Line } from '../../kit/section.tsx'
import { useActionWords } from '../actions/action-words.ts'
import { answer, api } from '../api/client.ts'
import { useWords } from '../language/words.tsx'
import { Fault } from '../session/fault.tsx'
import { useReasonWords } from './reason-words.ts'

const last = 200

export function RuleTrial({ rule, isReady }: { rule: Rule; isReady: boolean }) {
  const { t } = useWords()
  const said = useActionWords()
  const because = useReasonWords()
  const trial = useMutation({
    mutationFn: () => answer(api.POST('/api/rules/dry-run', { body: { rule, last } })),
  })
  const { data } = trial
  const count = String(data?.looked ?? 0)
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPlayerPlay size={16} />}
        loading={trial.isPending}
        disabled={!isReady}
        style={{ alignSelf: 'flex-start' }}
        onClick={() => trial.mutate()}
      >
        {t('rule_try')}
      </Button>
      <Fault error={trial.error} />
      {data && (
        <div role="status">
          <p>
            {data.matches.length === 0
              ? t('rule_try_none', { count })
              : t('rule_try_found', { count, matches: String(data.matches.length) })}
          </p>
          {data.matches.map(({ conversationId, number, subject, reasons, would }) => (
            <Line
              key={conversationId}
              title={
                <Link to="/inbox/$view/$id" params={{ view: 'all', id: conversationId }} search={{}}>
                  #{number} {subject}
                </Link>
              }
              detail={[
                ...reasons.map(because),
                ...(would.length > 0 ? would.map(said) : [t('rule_nothing')]),
              ].join(' · ')}
            />
          ))}
        </div>
      )}
    </>
  )
}
