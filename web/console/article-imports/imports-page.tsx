// Articles in and out as files: the starter set, exports of other systems, and everything as an archive.
import { Button } from '@mantine/core'
import { IconDownload, IconFileImport, IconUpload } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Blank } from '../../kit/blank.tsx'
import { Bone } from '../../kit/bones.tsx'
import { Page, Section } from '../../kit/section.tsx'
import { useArticleWords } from '../articles/language/article-words.tsx'
import { uploadImport } from '../articles/upload-article-file.ts'
import { useTitle } from '../language/use-title.ts'
import { Fault } from '../session/fault.tsx'
import { useMay } from '../session/session.ts'
import { ImportLine } from './import-line.tsx'
import { importsKey, useArticleImports } from './imports.ts'
import { StarterSetDialog } from './starter-set-dialog.tsx'
import { UploadProgress } from './upload-progress.tsx'

const endings = '.zip,.json,.md,.markdown,.html,.htm'

export function ImportsPage() {
  const { t } = useArticleWords()
  const may = useMay()
  const [isStarting, setStarting] = useState(false)
  useTitle(t('transfer_page'))
  return (
    <Page title={t('transfer_page')} lead={t('transfer_page_lead')}>
      {may('articles.review') && (
        <>
          <Section
            title={t('starter_set')}
            lead={t('starter_set_lead')}
            actions={
              <Button variant="default" onClick={() => setStarting(true)}>
                {t('starter_set_take')}
              </Button>
            }
          >
            {null}
          </Section>
          <Uploads />
        </>
      )}
      <Section title={t('transfer_export_title')} lead={t('transfer_export_lead')}>
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, padding: 16 }}>
          {(['markdown', 'html'] as const).map(format => (
            <Button
              key={format}
              component="a"
              variant="default"
              href={`/api/articles-export?format=${format}`}
              download
              leftSection={<IconDownload size={16} />}
            >
              {t(`transfer_export_${format}`)}
            </Button>
          ))}
        </div>
      </Section>
      {isStarting && <StarterSetDialog onClose={() => setStarting(false)} />}
    </Page>
  )
}

function Uploads() {
  const { t } = useArticleWords()
  const queries = useQueryClient()
  const { data, error, isPending } = useArticleImports()
  const field = useRef<HTMLInputElement>(null)
  const [share, setShare] = useState(0)
  const upload = useMutation({
    mutationFn: (file: File) => uploadImport(file, setShare),
    onSettled: () => queries.invalidateQueries({ queryKey: importsKey }),
  })
  return (
    <Section
      title={t('transfer_title')}
      lead={t('transfer_lead')}
      actions={
        <>
          <Button
            leftSection={<IconUpload size={16} />}
            loading={upload.isPending}
            onClick={() => field.current?.click()}
          >
            {t('transfer_choose')}
          </Button>
          <input
            ref={field}
            type="file"
            hidden
            aria-label={t('transfer_choose')}
            accept={endings}
            onChange={event => {
              const [file] = event.currentTarget.files ?? []
              event.currentTarget.value = ''
              if (file) upload.mutate(file)
            }}
          />
        </>
      }
    >
      {upload.isPending && <UploadProgress share={share} />}
      <Fault error={upload.error ?? error} />
      {isPending && <Bone height={80} />}
      {data?.length === 0 && !upload.isPending && (
        <Blank icon={<IconFileImport size={28} />} title={t('transfer_none')}>
          {t('transfer_none_text')}
        </Blank>
      )}
      {data?.map(one => (
        <ImportLine key={one.id} one={one} />
      ))}
    </Section>
  )
}
