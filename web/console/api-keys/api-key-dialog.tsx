// Making a key: its name, and what it may do; then the key itself, this once.
import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Permission } from '../../../contract/permissions.ts'
import { CopyField } from '../../kit/copy-field.tsx'
import { answer, api } from '../api/client.ts'
import { useWords } from '../language/words.tsx'
import { Dialog } from '../look/dialog.tsx'
import styles from '../profile/profile.module.css'
import { Fault } from '../session/fault.tsx'
import { useMe } from '../session/session.ts'
import { apiKeysKey } from './api-keys-page.tsx'

const day = 86_400_000
const lifetimes = [30, 90, 365, 0]

export function ApiKeyDialog({ onClose }: { onClose(): void }) {
  const { t } = useWords()
  const me = useMe()
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [permissions, setPermissions] = useState<Permission[]>([])
  const [days, setDays] = useState('90')
  const create = useMutation({
    mutationFn: () => {
      const expiresAt = days === '0' ? null : new Date(Date.now() + Number(days) * day).toISOString()
      return answer(api.POST('/api/keys', { body: { name, permissions, expiresAt } }))
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: apiKeysKey }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    create.mutate()
  }
  return (
    <Dialog onClose={onClose} title={t('api_key_new')} closeOnClickOutside={!create.data}>
      {create.data ? (
        <div className={styles.steps}>
          <p>{t('api_key_once')}</p>
          <CopyField value={create.data.secret} label={t('api_key')} copy={t('copy')} copied={t('copied')} />
          <Button onClick={onClose}>{t('close')}</Button>
        </div>
      ) : (
        <form className={styles.steps} onSubmit={submit}>
          <Fault error={create.error} />
          <TextInput
            label={t('name')}
            required
            withAsterisk={false}
            maxLength={120}
            data-autofocus
            value={name}
            onChange={event => setName(event.currentTarget.value)}
          />
          <Select
            label={t('api_key_lifetime')}
            allowDeselect={false}
            data={lifetimes.map(count => ({
              value: String(count),
              label: count ? t('days', { count }) : t('for_ever'),
            }))}
            value={days}
            onChange={value => setDays(value ?? '90')}
          />
          <Checkbox.Group
            label={t('api_key_may')}
            value={permissions}
            onChange={value => setPermissions(value as Permission[])}
          >
            <div
              style={{
                display: 'grid',
                gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))',
                gap: 8,
                marginTop: 8,
              }}
            >
              {me.permissions.map(permission => (
                <Checkbox key={permission} size="xs" value={permission} label={<code>{permission}</code>} />
              ))}
            </div>
          </Checkbox.Group>
          <Button
            type="submit"
            loading={create.isPending}
            disabled={!name.trim() || permissions.length === 0}
          >
            {t('api_key_make')}
          </Button>
        </form>
      )}
    </Dialog>
  )
}
