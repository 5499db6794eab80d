// Who gets an answer by mail beside the customer, and as whom it is sent: closed until somebody asks for it.
import { IconChevronDown, IconPlus } from '@tabler/icons-react'
import { useId } from 'react'
import { useWords } from '../language/words.tsx'
import styles from './recipients.module.css'
import type { Field, Recipients } from './use-recipients.ts'

export function RecipientsButton({ recipients }: { recipients: Recipients }) {
  const { t } = useWords()
  const { isOpen, toggle, count } = recipients
  return (
    <button
      type="button"
      className={styles.open}
      aria-expanded={isOpen}
      aria-controls="composer-recipients"
      onClick={toggle}
    >
      {t('recipients_edit')}
      {count > 0 && !isOpen && <b>{count}</b>}
      <IconChevronDown size={14} aria-hidden />
    </button>
  )
}

export function RecipientFields({ recipients }: { recipients: Recipients }) {
  const { t } = useWords()
  const { to, senders, wanted, set, suggestions, add } = recipients
  return (
    <div id="composer-recipients" className={styles.fields} role="group" aria-label={t('recipients')}>
      {senders.length > 1 && (
        <label className={styles.row}>
          <span>{t('recipients_from')}</span>
          <select value={wanted.sender} onChange={event => set({ sender: event.currentTarget.value })}>
            {senders.map(({ sender, name, address, usual }) => (
              <option key={sender} value={usual ? 'usual' : sender}>
                {`${name} <${address}>`}
              </option>
            ))}
          </select>
        </label>
      )}
      <div className={styles.row}>
        <span>{t('mail_to')}</span>
        <span className={styles.to}>{to}</span>
      </div>
      <Addresses field="cc" recipients={recipients} />
      <Addresses field="bcc" recipients={recipients} />
      {suggestions.length > 0 && (
        <div className={styles.suggested}>
          <span>{t('recipients_suggested')}</span>
          {suggestions.map(address => (
            <button
              key={address}
              type="button"
              aria-label={t('mail_add_cc', { address })}
              onClick={() => add(address)}
            >
              <IconPlus size={12} aria-hidden />
              {address}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

function Addresses({ field, recipients }: { field: Field; recipients: Recipients }) {
  const { t } = useWords()
  const id = useId()
  const { wanted, set, fault, look } = recipients
  const wrong = fault(field)
  const hint = field === 'bcc' ? t('recipients_bcc_text') : undefined
  return (
    <div className={styles.row} data-wrong={wrong !== undefined}>
      <label htmlFor={id}>{t(`recipients_${field}`)}</label>
      <input
        id={id}
        ref={recipients.inputs[field]}
        type="text"
        inputMode="email"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={5_000}
        placeholder={t('recipients_hint')}
        value={wanted[field]}
        aria-invalid={wrong !== undefined}
        aria-describedby={wrong || hint ? `${id}-said` : undefined}
        onChange={event => set({ [field]: event.currentTarget.value })}
        onBlur={() => look(field)}
      />
      {(wrong ?? hint) && (
        <small id={`${id}-said`} role={wrong ? 'alert' : undefined}>
          {wrong ?? hint}
        </small>
      )}
    </div>
  )
}
