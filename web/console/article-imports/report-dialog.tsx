// What of an export was not understood or left out, line by line.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ArticleImport, ImportReportLine } from '../../../contract/article-imports.ts'
import { Bone } from '../../kit/bones.tsx'
import { answer, api } from '../api/client.ts'
import { useArticleWords } from '../articles/language/article-words.tsx'
import { Dialog } from '../look/dialog.tsx'
import { Fault } from '../session/fault.tsx'
import styles from './article-imports.module.css'

const shownAtOnce = 200

export function ReportDialog({ one, onClose }: { one: ArticleImport; onClose(): void }) {
  const { t } = useArticleWords()
  const [shown, setShown] = useState(shownAtOnce)
  const { data, error, isPending } = useQuery({
    queryKey: ['article-imports', one.id, 'report', one.state],
    queryFn: async ({ signal }) => {
      const params = { path: { id: one.id } }
      return (await answer(api.GET('/api/article-imports/{id}/report', { params, signal }))).report
    },
  })
  return (
    <Dialog onClose={onClose} title={t('transfer_report_of', { name: one.name })} size="xl">
      <Fault error={error} />
      {isPending && <Bone height={160} />}
      {data && (
        <div
          className={styles.wrap}
          tabIndex={0}
          role="region"
          aria-label={t('transfer_report_of', { name: one.name })}
        >
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('transfer_place')}</th>
                <th scope="col">{t('transfer_what')}</th>
              </tr>
            </thead>
            <tbody>
              {data.slice(0, shown).map((line, index) => (
                <ReportRow key={index} line={line} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {data && data.length > shown && (
        <Button variant="default" mt={12} onClick={() => setShown(shown + shownAtOnce)}>
          {t('load_more')}
        </Button>
      )}
    </Dialog>
  )
}

function ReportRow({ line: { file, item, line, code, detail } }: { line: ImportReportLine }) {
  const { t } = useArticleWords()
  return (
    <tr>
      <th scope="row">
        {[file, item, line !== null && t('transfer_line', { line: String(line) })].filter(Boolean).join(', ')}
      </th>
      <td>
        {t(`transfer_told_${code}` as 'transfer_told_too_large')}
        {detail && <code>{detail}</code>}
      </td>
    </tr>
  )
}
