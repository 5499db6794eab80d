// The fields of a mailbox's server: where it is, who signs in, and what becomes of a mail that was taken in.
import { NativeSelect, NumberInput, PasswordInput, TextInput } from '@mantine/core'
import { imapSecurities, imapStarts, type SaveImap } from '../../../contract/imap.ts'
import type { ImportLogin } from '../../../contract/mail-import.ts'
import { useWords } from '../language/words.tsx'
import styles from './imap.module.css'

interface LoginProps {
  wanted: ImportLogin
  /** Whether there is a password that can be kept. */
  isKnown: boolean
  onChange(change: Partial<ImportLogin>): void
}

interface Props {
  wanted: SaveImap
  isKnown: boolean
  onChange(change: Partial<SaveImap>): void
}

/** The ports that servers use for each, so that a choice of protection seldom needs a second one. */
const ports: Record<SaveImap['security'], number> = { tls: 993, starttls: 143, plain: 143 }

const required = { required: true, withAsterisk: false } as const

export function ImapFields(props: Props) {
  return (
    <>
      <LoginFields {...props} />
      <Handling {...props} />
    </>
  )
}

/** Where the server is, and who signs in. */
export function LoginFields(props: LoginProps) {
  return (
    <>
      <Server {...props} />
      <Account {...props} />
    </>
  )
}

function Server({ wanted, onChange }: LoginProps) {
  const { t } = useWords()
  const choose = (security: SaveImap['security']) =>
    onChange({ security, ...(wanted.port === ports[wanted.security] && { port: ports[security] }) })
  return (
    <>
      <div className={styles.server}>
        <TextInput
          {...required}
          label={t('imap_host')}
          placeholder="imap.example.com"
          maxLength={253}
          autoComplete="off"
          data-autofocus
          value={wanted.host}
          onChange={event => onChange({ host: event.currentTarget.value })}
        />
        <NumberInput
          {...required}
          label={t('imap_port')}
          min={1}
          max={65_535}
          allowDecimal={false}
          hideControls
          value={wanted.port}
          onChange={port => onChange({ port: Number(port) })}
        />
      </div>
      <NativeSelect
        label={t('imap_security')}
        data={imapSecurities.map(value => ({ value, label: t(`imap_security_${value}`) }))}
        value={wanted.security}
        onChange={event => choose(event.currentTarget.value as SaveImap['security'])}
      />
    </>
  )
}

function Account({ wanted, isKnown, onChange }: LoginProps) {
  const { t } = useWords()
  return (
    <div className={styles.pair}>
      <TextInput
        {...required}
        label={t('imap_user')}
        maxLength={320}
        autoComplete="off"
        value={wanted.user}
        onChange={event => onChange({ user: event.currentTarget.value })}
      />
      <PasswordInput
        label={t('password')}
        required={!isKnown}
        withAsterisk={false}
        description={isKnown ? t('imap_password_kept') : undefined}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxLength={1_000}
        autoComplete="new-password"
        value={wanted.password ?? ''}
        onChange={event => onChange({ password: event.currentTarget.value || null })}
        visibilityToggleButtonProps={{ 'aria-label': t('password_show') }}
      />
    </div>
  )
}

function Handling({ wanted, onChange }: Omit<Props, 'isKnown'>) {
  const { t } = useWords()
  return (
    <>
      <div className={styles.pair}>
        <TextInput
          {...required}
          label={t('imap_folder')}
          maxLength={200}
          value={wanted.folder}
          onChange={event => onChange({ folder: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('imap_start')}
          data={imapStarts.map(value => ({ value, label: t(`imap_start_${value}`) }))}
          value={wanted.start}
          onChange={event => onChange({ start: event.currentTarget.value as SaveImap['start'] })}
        />
      </div>
      <NativeSelect
        label={t('imap_after')}
        data={[
          { value: 'seen', label: t('imap_after_seen') },
          { value: 'move', label: t('imap_after_move') },
        ]}
        value={wanted.moveTo === null ? 'seen' : 'move'}
        onChange={event => onChange({ moveTo: event.currentTarget.value === 'move' ? '' : null })}
      />
      {wanted.moveTo !== null && (
        <TextInput
          {...required}
          label={t('imap_move_to')}
          maxLength={200}
          value={wanted.moveTo}
          onChange={event => onChange({ moveTo: event.currentTarget.value })}
        />
      )}
    </>
  )
}
