// The keys with which the exchange signs who its customers are.
import { Button, Select, Textarea } from '@mantine/core'
import { IconSignature } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { KeyAlgorithm } from '../../../contract/customers.ts'
import { CopyField } from '../../kit/copy-field.tsx'
import { Line, Section } from '../../kit/section.tsx'
import { Tag } from '../../kit/tag.tsx'
import { answer, api } from '../api/client.ts'
import { useShowFault } from '../api/use-fault.ts'
import { fullTime } from '../language/time.ts'
import { useWords } from '../language/words.tsx'
import { Dialog } from '../look/dialog.tsx'
import styles from '../profile/profile.module.css'
import { Fault } from '../session/fault.tsx'

const key = ['identity-keys'] as const
const algorithms = ['HS256', 'ES256', 'EdDSA', 'RS256'] as const satisfies readonly KeyAlgorithm[]

export function IdentityKeys() {
  const { t, locale } = useWords()
  const queries = useQueryClient()
  const showFault = useShowFault()
  const [isNew, setNew] = useState(false)
  const { data, error } = useQuery({
    queryKey: key,
    queryFn: () => answer(api.GET('/api/identity-keys')),
  })
  const retire = (id: string) =>
    answer(api.POST('/api/identity-keys/{id}/retire', { params: { path: { id } } }))
      .then(() => queries.invalidateQueries({ queryKey: key }))
      .catch(showFault)
  return (
    <Section
      title={t('identity_keys')}
      lead={t('identity_keys_lead')}
      actions={
        <Button variant="default" size="xs" onClick={() => setNew(true)}>
          {t('identity_key_new')}
        </Button>
      }
    >
      <Fault error={error} />
      {data?.length === 0 && <span style={{ color: 'var(--text-soft)' }}>{t('identity_keys_none')}</span>}
      {data?.map(({ id, kid, algorithm, createdAt, retiredAt }) => (
        <Line
          key={id}
          icon={<IconSignature size={20} aria-hidden />}
          title={<code>{kid}</code>}
          detail={`${algorithm} · ${fullTime(locale, createdAt)}`}
        >
          {retiredAt ? (
            <Tag>{t('retired')}</Tag>
          ) : (
            <Button variant="subtle" color="gray" size="xs" onClick={() => void retire(id)}>
              {t('retire')}
            </Button>
          )}
        </Line>
      ))}
      {isNew && <NewKey onClose={() => setNew(false)} />}
    </Section>
  )
}

function NewKey({ onClose }: { onClose(): void }) {
  const { t } = useWords()
  const queries = useQueryClient()
  const [algorithm, setAlgorithm] = useState<KeyAlgorithm>('HS256')
  const [publicKey, setPublicKey] = useState('')
  const create = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/identity-keys', { body: { algorithm, ...(algorithm !== 'HS256' && { publicKey }) } }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    create.mutate()
  }
  return (
    <Dialog onClose={onClose} title={t('identity_key_new')}>
      {create.data ? (
        <div className={styles.steps}>
          <p>{create.data.secret ? t('identity_key_once') : t('identity_key_made')}</p>
          <CopyField value={create.data.kid} label="kid" copy={t('copy')} copied={t('copied')} />
          {create.data.secret && (
            <CopyField
              value={create.data.secret}
              label={t('identity_key_secret')}
              copy={t('copy')}
              copied={t('copied')}
            />
          )}
          <Button onClick={onClose}>{t('close')}</Button>
        </div>
      ) : (
        <form className={styles.steps} onSubmit={submit}>
          <Fault error={create.error} />
          <Select
            label={t('identity_key_algorithm')}
            allowDeselect={false}
            data={[...algorithms]}
            value={algorithm}
            onChange={value => value && setAlgorithm(value as KeyAlgorithm)}
          />
          {algorithm !== 'HS256' && (
            <Textarea
              label={t('identity_key_public')}
              rows={6}
              placeholder="-----BEGIN PUBLIC KEY-----"
              value={publicKey}
              onChange={event => setPublicKey(event.currentTarget.value)}
            />
          )}
          <Button type="submit" loading={create.isPending}>
            {t('continue')}
          </Button>
        </form>
      )}
    </Dialog>
  )
}
