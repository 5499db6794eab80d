// A line of the fee table, which becomes fields where it is edited: Enter saves, Escape leaves it as it was.
import { Button, TextInput } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import type { Fee, SaveFee } from '../../../contract/knowledge.ts'
import { Choose } from '../../kit/choose.tsx'
import { IconButton } from '../../kit/icon-button.tsx'
import { useFields } from '../../kit/use-fields.ts'
import { useShowFault } from '../api/use-fault.ts'
import { useArticleWords } from '../articles/language/article-words.tsx'
import { useDesk } from '../desk/desk-name.ts'
import { directionOf, languageName } from '../language/languages.ts'
import { Fault } from '../session/fault.tsx'
import styles from './fees.module.css'
import { useFeeChanges } from './fees.ts'
import { amountShape, assetShape } from './read-lines.ts'

interface Props {
  /** Null for a new line. */
  fee: Fee | null
  isOpen: boolean
  onOpen(): void
  onClose(): void
}

const amounts = ['deposit', 'withdrawal', 'leastDeposit', 'leastWithdrawal'] as const
const labels = {
  deposit: 'fee_deposit',
  withdrawal: 'fee_withdrawal',
  leastDeposit: 'fee_least_deposit',
  leastWithdrawal: 'fee_least_withdrawal',
} as const

export function FeeRow(props: Props) {
  const { fee, isOpen, onOpen } = props
  if (isOpen) return <FeeFields {...props} />
  return fee && <ShownFee fee={fee} onOpen={onOpen} />
}

function ShownFee({ fee, onOpen }: { fee: Fee; onOpen(): void }) {
  const { t, locale } = useArticleWords()
  const [isAsking, setAsking] = useState(false)
  const { remove } = useFeeChanges()
  const onError = useShowFault()
  const name = `${fee.asset}, ${fee.network}`
  const note = fee.note[locale] || Object.values(fee.note).find(Boolean)
  const drop = () => remove.mutateAsync(fee.id).then(() => {}, onError)
  return (
    <tr>
      <th scope="row">{fee.asset}</th>
      <td>
        {fee.network}
        {note && <small>{note}</small>}
      </td>
      {amounts.map(amount => (
        <td key={amount} className={styles.amount}>
          {fee[amount] ?? <span title={t('fee_not_possible')}>–</span>}
        </td>
      ))}
      <td className={styles.deeds}>
        <IconButton label={t('edit_named', { name })} onClick={onOpen}>
          <IconPencil size={16} />
        </IconButton>
        <IconButton label={t('fee_delete', { name })} onClick={() => setAsking(true)}>
          <IconTrash size={16} />
        </IconButton>
        {isAsking && (
          <Choose
            title={t('fee_delete_ask', { name })}
            yes={t('delete')}
            no={t('cancel')}
            onYes={drop}
            onClose={() => setAsking(false)}
          >
            {t('fee_delete_text')}
          </Choose>
        )}
      </td>
    </tr>
  )
}

const empty: SaveFee = {
  asset: '',
  network: '',
  deposit: null,
  withdrawal: null,
  leastDeposit: null,
  leastWithdrawal: null,
  note: {},
}

function FeeFields({ fee, onClose }: Props) {
  const { t, locale } = useArticleWords()
  const languages = useDesk()?.languages ?? []
  const [fields, set] = useFields<SaveFee>(fee ?? empty)
  const { save } = useFeeChanges()
  const isRight = (amount: (typeof amounts)[number]) => {
    const value = fields[amount]
    return value === null || amountShape.test(value)
  }
  const isWhole = assetShape.test(fields.asset) && fields.network.trim() !== '' && amounts.every(isRight)
  const submit = () => {
    if (!isWhole || save.isPending) return
    const { asset, network, deposit, withdrawal, leastDeposit, leastWithdrawal, note } = fields
    const wanted = { asset, network, deposit, withdrawal, leastDeposit, leastWithdrawal, note }
    save.mutate({ id: fee?.id ?? null, fee: wanted }, { onSuccess: onClose })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const isField = event.target instanceof HTMLInputElement
    if (event.key === 'Enter' && isField) submit()
    else if (event.key === 'Escape') onClose()
    else return
    event.preventDefault()
  }
  return (
    <>
      <tr className={styles.open} onKeyDown={onKeyDown}>
        <td>
          <TextInput
            autoFocus
            size="xs"
            aria-label={t('fee_asset')}
            dir="ltr"
            maxLength={20}
            value={fields.asset}
            error={fields.asset !== '' && !assetShape.test(fields.asset)}
            onChange={event => set({ asset: event.currentTarget.value.trim().toUpperCase() })}
          />
        </td>
        <td>
          <TextInput
            size="xs"
            aria-label={t('fee_network')}
            maxLength={60}
            value={fields.network}
            onChange={event => set({ network: event.currentTarget.value })}
          />
        </td>
        {amounts.map(amount => (
          <td key={amount} colSpan={amount === 'leastWithdrawal' ? 2 : 1}>
            <TextInput
              size="xs"
              aria-label={t(labels[amount])}
              placeholder="–"
              inputMode="decimal"
              dir="ltr"
              value={fields[amount] ?? ''}
              error={isRight(amount) ? undefined : t('fee_amount_wrong')}
              onChange={event => set({ [amount]: event.currentTarget.value.trim() || null })}
            />
          </td>
        ))}
      </tr>
      <tr className={styles.open} onKeyDown={onKeyDown}>
        <td colSpan={7}>
          <div className={styles.below}>
            {languages.map(tag => (
              <TextInput
                key={tag}
                size="xs"
                label={t('fee_note_in', { language: languageName(locale, tag) })}
                lang={tag}
                dir={directionOf(tag)}
                maxLength={200}
                value={fields.note[tag] ?? ''}
                onChange={event => set({ note: { ...fields.note, [tag]: event.currentTarget.value } })}
              />
            ))}
            <Button size="xs" loading={save.isPending} disabled={!isWhole} onClick={submit}>
              {t('save')}
            </Button>
            <Button size="xs" variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
          </div>
          <Fault error={save.error} />
        </td>
      </tr>
    </>
  )
}
