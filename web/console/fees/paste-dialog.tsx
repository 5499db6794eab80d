// Fees from a spreadsheet: each fault is told with its line, and nothing changes before there is none left.
import { Button, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useDeferredValue, useMemo, useState } from 'react'
import type { Fee } from '../../../contract/knowledge.ts'
import { useArticleWords } from '../articles/language/article-words.tsx'
import { Dialog } from '../look/dialog.tsx'
import { Fault } from '../session/fault.tsx'
import styles from './fees.module.css'
import { useFeeChanges } from './fees.ts'
import { type LineFault, readFeeLines } from './read-lines.ts'

const shownFaults = 20

export function PasteDialog({ fees: known, onClose }: { fees: readonly Fee[]; onClose(): void }) {
  const { t } = useArticleWords()
  const [text, setText] = useState('')
  const read = useDeferredValue(text)
  const { fees, faults } = useMemo(() => readFeeLines(read), [read])
  const { saveAll } = useFeeChanges()
  const keys = new Set(known.map(fee => `${fee.asset} ${fee.network}`))
  const replaced = fees.filter(fee => keys.has(`${fee.asset} ${fee.network}`)).length
  const isReady = faults.length === 0 && fees.length > 0 && read === text
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isReady) return
    saveAll.mutate(fees, {
      onSuccess: ({ saved }) => {
        notifications.show({
          message: t('fees_saved', { count: saved }),
          autoClose: 4_000,
          withCloseButton: false,
        })
        onClose()
      },
    })
  }
  return (
    <Dialog onClose={onClose} title={t('fees_paste')} size="xl">
      <form className={styles.form} onSubmit={submit}>
        <Fault error={saveAll.error} />
        <Textarea
          data-autofocus
          label={t('fees_lines')}
          description={t('fees_lines_text')}
          placeholder={'USDT\tTron (TRC20)\t0\t1.50\t1\t10'}
          autosize
          minRows={8}
          maxRows={16}
          dir="ltr"
          spellCheck={false}
          classNames={{ input: styles.lines ?? '' }}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
        />
        <div role="status" className={styles.outcome}>
          {faults.length > 0 && <strong>{t('fees_faults', { count: faults.length })}</strong>}
          {faults.length === 0 && fees.length > 0 && (
            <span>{t('fees_read', { count: fees.length, replaced })}</span>
          )}
          <ul>
            {faults.slice(0, shownFaults).map(fault => (
              <FaultLine key={fault.line} fault={fault} />
            ))}
          </ul>
        </div>
        <Button
          type="submit"
          disabled={!isReady}
          loading={saveAll.isPending}
          style={{ alignSelf: 'flex-end' }}
        >
          {t('fees_take')}
        </Button>
      </form>
    </Dialog>
  )
}

function FaultLine({ fault: { line, fault, value } }: { fault: LineFault }) {
  const { t } = useArticleWords()
  const shown = value.length > 40 ? `${value.slice(0, 40)}…` : value
  return <li>{t('fees_fault', { line: String(line), what: t(`fees_fault_${fault}`, { value: shown }) })}</li>
}
