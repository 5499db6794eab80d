// Everything that editors learn from readers, for the days that they choose.
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { Bone } from '../../../kit/bones.tsx'
import { Page } from '../../../kit/section.tsx'
import { useTitle } from '../../language/use-title.ts'
import { useWords } from '../../language/words.tsx'
import { Fault } from '../../session/fault.tsx'
import { Deflection } from './deflection.tsx'
import { ContactTable, GapTable, SentTable, TopicTable, UnhappyTable } from './report-tables.tsx'
import styles from './reports.module.css'
import { isRange, lastWeeks, useReports } from './use-reports.ts'

export function Reports() {
  const { t } = useWords()
  useTitle(t('reports'))
  const [range, setRange] = useState(lastWeeks)
  const { report, topics, error } = useReports(range)
  const day = (name: 'from' | 'to') => (
    <TextInput
      type="date"
      size="sm"
      label={t(`reports_${name}`)}
      value={range[name]}
      error={name === 'to' && !isRange(range) && t('reports_range_wrong')}
      onChange={({ currentTarget: { value } }) => setRange(known => ({ ...known, [name]: value }))}
    />
  )
  return (
    <Page title={t('reports')} lead={t('reports_lead')}>
      <div className={styles.range}>
        {day('from')}
        {day('to')}
      </div>
      <Fault error={error} />
      {!report && !error && <Bone height={320} />}
      {report && (
        <>
          <Deflection days={report.days} />
          <GapTable gaps={report.gaps} />
          <UnhappyTable articles={report.unhappy} />
          <ContactTable articles={report.contacts} />
          {topics && <TopicTable topics={topics} />}
          <SentTable articles={report.sent} />
        </>
      )}
    </Page>
  )
}
