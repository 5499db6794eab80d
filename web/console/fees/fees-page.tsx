// The fee table, from which articles, search and the bot read.
import { Button, TextInput } from '@mantine/core'
import { IconClipboardText, IconCoins, IconPlus, IconSearch, IconSearchOff } from '@tabler/icons-react'
import { useState } from 'react'
import type { Fee } from '../../../contract/knowledge.ts'
import { Blank } from '../../kit/blank.tsx'
import { Bone } from '../../kit/bones.tsx'
import { useArticleWords } from '../articles/language/article-words.tsx'
import { useTitle } from '../language/use-title.ts'
import { Fault } from '../session/fault.tsx'
import { FeeRow } from './fee-row.tsx'
import styles from './fees.module.css'
import { useFees } from './fees.ts'
import { PasteDialog } from './paste-dialog.tsx'

export function FeesPage() {
  const { t } = useArticleWords()
  const { data, error, isPending } = useFees()
  const [text, setText] = useState('')
  const [open, setOpen] = useState<string | 'new' | null>(null)
  const [isPasting, setPasting] = useState(false)
  const words = text.trim().toLowerCase()
  const found = (data ?? []).filter(fee => `${fee.asset} ${fee.network}`.toLowerCase().includes(words))
  useTitle(t('help_fees'))
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div>
          <h1>{t('help_fees')}</h1>
          <p>{t('fees_lead')}</p>
        </div>
        <Button
          variant="default"
          leftSection={<IconClipboardText size={16} />}
          onClick={() => setPasting(true)}
        >
          {t('fees_paste')}
        </Button>
        <Button leftSection={<IconPlus size={16} />} onClick={() => setOpen('new')}>
          {t('fee_new')}
        </Button>
      </header>
      <Fault error={error} />
      {isPending && <Bone height={240} />}
      {data && data.length > 0 && (
        <TextInput
          type="search"
          className={styles.search}
          label={t('fee_find')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
        />
      )}
      {data?.length === 0 && open !== 'new' && (
        <Blank icon={<IconCoins size={28} />} title={t('fees_none')}>
          {t('fees_none_text')}
        </Blank>
      )}
      {data && data.length > 0 && found.length === 0 && (
        <Blank icon={<IconSearchOff size={28} />} title={t('help_found_none', { text })} />
      )}
      {(found.length > 0 || open === 'new') && <Table fees={found} open={open} onOpen={setOpen} />}
      {isPasting && <PasteDialog fees={data ?? []} onClose={() => setPasting(false)} />}
    </div>
  )
}

interface TableProps {
  fees: readonly Fee[]
  open: string | null
  onOpen(id: string | null): void
}

function Table({ fees, open, onOpen }: TableProps) {
  const { t } = useArticleWords()
  const close = () => onOpen(null)
  return (
    <div className={styles.wrap} tabIndex={0} role="region" aria-label={t('help_fees')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('fee_asset')}</th>
            <th scope="col">{t('fee_network')}</th>
            <th scope="col">{t('fee_deposit')}</th>
            <th scope="col">{t('fee_withdrawal')}</th>
            <th scope="col">{t('fee_least_deposit')}</th>
            <th scope="col">{t('fee_least_withdrawal')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('fee_deeds')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {open === 'new' && <FeeRow fee={null} isOpen onOpen={() => {}} onClose={close} />}
          {fees.map(fee => (
            <FeeRow
              key={fee.id}
              fee={fee}
              isOpen={open === fee.id}
              onOpen={() => onOpen(fee.id)}
              onClose={close}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}
