// Beside the conversation: who this is, how the conversation stands, and what they wrote before.

import { useMediaQuery } from '@mantine/hooks'
import {
  IconArrowLeft,
  IconExternalLink,
  IconRosetteDiscountCheckFilled,
  IconUserQuestion,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense } from 'react'
import type { Conversation } from '../../../contract/conversations.ts'
import { Avatar } from '../../kit/avatar.tsx'
import { Bone } from '../../kit/bones.tsx'
import { IconButton } from '../../kit/icon-button.tsx'
import { answer, api } from '../api/client.ts'
import { StatusIcon } from '../conversations/status-tag.tsx'
import { phone } from '../inbox/views-screen.tsx'
import { languageName } from '../language/language-name.ts'
import { fullTime, listTime, useNow } from '../language/time.ts'
import { useWords } from '../language/words.tsx'
import { RelatedSection } from '../related/related-section.tsx'
import { SidesSection } from '../related/sides-section.tsx'
import { useMay } from '../session/session.ts'
import type { Change } from '../thread/use-change.ts'
import { Properties } from './properties.tsx'
import styles from './side-bar.module.css'
import { Times } from './times.tsx'

const TaskList = lazy(() => import('../tasks/task-list.tsx').then(module => ({ default: module.TaskList })))

interface Props {
  conversation: Conversation
  onChange(change: Change): void
  onClose(): void
}

export function SideBar(props: Props) {
  const { t } = useWords()
  const isScreen = useMediaQuery(phone, false, { getInitialValueInEffect: false })
  const details = <Details {...props} isScreen={isScreen} />
  const place = { className: styles.side, 'aria-label': t('details') }
  if (!isScreen) return <aside {...place}>{details}</aside>
  // On a phone it covers the conversation, and is what the screen is about.
  return (
    <main id="main" tabIndex={-1} {...place}>
      {details}
    </main>
  )
}

function Details({ conversation, onChange, onClose, isScreen }: Props & { isScreen: boolean }) {
  const { t } = useWords()
  const may = useMay()
  const isNarrow = useMediaQuery('(max-width: 1279px)')
  const { data, isPending } = useQuery({
    queryKey: ['customer', conversation.id],
    queryFn: () =>
      answer(api.GET('/api/conversations/{id}/customer', { params: { path: { id: conversation.id } } })),
    enabled: may('conversations.read'),
  })
  return (
    <>
      {isNarrow && (
        <div className={styles.close}>
          <IconButton label={t('back')} size={40} onClick={onClose}>
            <IconArrowLeft size={20} />
          </IconButton>
          {isScreen ? <h1>{t('details')}</h1> : <b>{t('details')}</b>}
        </div>
      )}
      {conversation.sideOf ? (
        isScreen && <h2 className="visually-hidden">{conversation.subject ?? `#${conversation.number}`}</h2>
      ) : (
        <Customer conversation={conversation} page={data?.page ?? null} />
      )}
      <Times conversation={conversation} />
      <Properties conversation={conversation} onChange={onChange} />
      {!conversation.sideOf && <SidesSection conversation={conversation} />}
      <RelatedSection conversation={conversation} />
      <section className={styles.section} aria-labelledby="tasks">
        <h3 id="tasks">{t('tasks')}</h3>
        <Suspense fallback={<Bone width="70%" />}>
          <TaskList key={conversation.id} conversation={conversation} />
        </Suspense>
      </section>
      {!conversation.sideOf && (
        <section className={styles.section} aria-labelledby="previous">
          <h3 id="previous">{t('previous_conversations')}</h3>
          {isPending && <Bone width="70%" />}
          {data?.conversations.length === 0 && <p className={styles.soft}>{t('previous_none')}</p>}
          {data?.conversations.map(previous => (
            <Previous key={previous.id} conversation={previous} />
          ))}
        </section>
      )}
    </>
  )
}

function Customer({ conversation, page }: { conversation: Conversation; page: string | null }) {
  const { t, locale } = useWords()
  const { customer } = conversation
  return (
    <section className={styles.section} aria-labelledby="customer-name">
      <div className={styles.who}>
        <Avatar name={customer.name} id={customer.id} size={40} />
        <div>
          <h2 id="customer-name">{customer.name ?? t('visitor')}</h2>
          {customer.verified ? (
            <span className={styles.verified}>
              <IconRosetteDiscountCheckFilled size={15} aria-hidden /> {t('verified')}
            </span>
          ) : (
            <span className={styles.unverified}>
              <IconUserQuestion size={15} aria-hidden /> {t('unverified')}
            </span>
          )}
        </div>
      </div>
      <dl className={styles.facts}>
        <Fact name={t('email')}>
          {customer.email ?? <span className={styles.soft}>{t('not_given')}</span>}
        </Fact>
        {customer.tier && <Fact name={t('tier')}>{customer.tier}</Fact>}
        <Fact name={t('language')}>{languageName(locale, conversation.locale)}</Fact>
        <Fact name={t('channel')}>
          {t(`channel_${conversation.channel}`)}
          {conversation.live && ` · ${t('live_short')}`}
        </Fact>
        {page && <Fact name={t('page')}>{pageLink(page)}</Fact>}
        <Fact name={t('started')}>{fullTime(locale, conversation.createdAt)}</Fact>
      </dl>
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Only web pages become links; anything else a customer's page claims to be stays text. */
function pageLink(page: string): ReactNode {
  const url = URL.parse(page)
  if (!url || !/^https?:$/.test(url.protocol)) return page
  return (
    <a href={url.href} target="_blank" rel="noopener noreferrer nofollow" title={page}>
      {url.host}
      {url.pathname === '/' ? '' : url.pathname} <IconExternalLink size={12} aria-hidden />
    </a>
  )
}

function Previous({ conversation }: { conversation: Conversation }) {
  const { locale, word } = useWords()
  const now = useNow(60_000)
  return (
    <Link
      to="/inbox/$view/$id"
      params={{ view: 'all', id: conversation.id }}
      search={{}}
      className={styles.previous}
      title={word('statuses', conversation.status)}
    >
      <StatusIcon status={conversation.status} size={15} />
      <span>{conversation.subject ?? conversation.preview}</span>
      <time dateTime={conversation.lastEntryAt}>{listTime(locale, conversation.lastEntryAt, now)}</time>
    </Link>
  )
}
