// The settings: one's own first, then those of the desk that one may see; each section is a page of its own.
import {
  IconAddressBook,
  IconArrowLeft,
  IconBell,
  IconBolt,
  IconHistory,
  IconHourglass,
  IconKey,
  IconMail,
  IconMessage2Bolt,
  IconRoute,
  IconShip,
  IconUserCircle,
  IconUsers,
} from '@tabler/icons-react'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { type ComponentType, lazy, type ReactNode, Suspense, useEffect } from 'react'
import type { Permission } from '../../../contract/permissions.ts'
import { Bone } from '../../kit/bones.tsx'
import { IconButton } from '../../kit/icon-button.tsx'
import { NotHere } from '../inbox/not-here.tsx'
import { useTitle } from '../language/use-title.ts'
import { useWords } from '../language/words.tsx'
import { useMay } from '../session/session.ts'
import styles from './settings.module.css'

const page = <K extends string>(load: () => Promise<Record<K, ComponentType>>, name: K) =>
  lazy(() => load().then(module => ({ default: module[name] })))

interface Section {
  name:
    | 'profile'
    | 'notices'
    | 'desk'
    | 'staff'
    | 'teams'
    | 'mailboxes'
    | 'promises'
    | 'canned_replies'
    | 'macros'
    | 'rules'
    | 'api_keys'
    | 'audit'
  icon: ReactNode
  needs?: Permission
  Screen: ComponentType
}

const sections: Section[] = [
  {
    name: 'profile',
    icon: <IconUserCircle size={18} />,
    Screen: page(() => import('../profile/profile.tsx'), 'Profile'),
  },
  {
    name: 'notices',
    icon: <IconBell size={18} />,
    Screen: page(() => import('../notices/notice-settings.tsx'), 'NoticeSettings'),
  },
  {
    name: 'desk',
    icon: <IconShip size={18} />,
    needs: 'settings.read',
    Screen: page(() => import('../desk/desk-settings.tsx'), 'DeskSettingsPage'),
  },
  {
    name: 'staff',
    icon: <IconAddressBook size={18} />,
    needs: 'staff.read',
    Screen: page(() => import('../staff/staff-page.tsx'), 'StaffPage'),
  },
  {
    name: 'teams',
    icon: <IconUsers size={18} />,
    needs: 'staff.read',
    Screen: page(() => import('../teams/teams-page.tsx'), 'TeamsPage'),
  },
  {
    name: 'mailboxes',
    icon: <IconMail size={18} />,
    needs: 'settings.read',
    Screen: page(() => import('../mailboxes/mailboxes-page.tsx'), 'MailboxesPage'),
  },
  {
    name: 'promises',
    icon: <IconHourglass size={18} />,
    needs: 'settings.read',
    Screen: page(() => import('../promises/promises-page.tsx'), 'PromisesPage'),
  },
  {
    name: 'canned_replies',
    icon: <IconMessage2Bolt size={18} />,
    needs: 'canned_replies.write',
    Screen: page(() => import('../canned-replies/canned-replies-page.tsx'), 'CannedRepliesPage'),
  },
  {
    name: 'macros',
    icon: <IconBolt size={18} />,
    needs: 'macros.write',
    Screen: page(() => import('../macros/macros-page.tsx'), 'MacrosPage'),
  },
  {
    name: 'rules',
    icon: <IconRoute size={18} />,
    needs: 'rules.write',
    Screen: page(() => import('../rules/rules-page.tsx'), 'RulesPage'),
  },
  {
    name: 'api_keys',
    icon: <IconKey size={18} />,
    needs: 'api_keys.write',
    Screen: page(() => import('../api-keys/api-keys-page.tsx'), 'ApiKeysPage'),
  },
  {
    name: 'audit',
    icon: <IconHistory size={18} />,
    needs: 'audit.read',
    Screen: page(() => import('../audit/audit-page.tsx'), 'AuditPage'),
  },
]

const route = getRouteApi('/desk/settings/$section')
const own = new Set(['profile', 'notices'])

export function Settings() {
  const { t } = useWords()
  const may = useMay()
  const navigate = useNavigate()
  const { section } = route.useParams()
  const visible = sections.filter(({ needs }) => !needs || may(needs))
  const open = visible.find(({ name }) => name.replace('_', '-') === section)
  useTitle(open ? t(`settings_${open.name}`) : t('settings'))
  useEffect(() => {
    // On a phone the sections stand in a row that is longer than the screen.
    document.querySelector(`.${styles.link}.active`)?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [section])
  const group = (title: string, members: Section[]) =>
    members.length > 0 && (
      <>
        <h2>{title}</h2>
        <ul>
          {members.map(({ name, icon }) => (
            <li key={name}>
              <Link
                to="/settings/$section"
                params={{ section: name.replace('_', '-') }}
                className={styles.link}
              >
                {icon}
                {t(`settings_${name}`)}
              </Link>
            </li>
          ))}
        </ul>
      </>
    )
  return (
    <div className={styles.settings}>
      <nav className={styles.nav} aria-label={t('settings')}>
        <IconButton
          label={t('back')}
          className={styles.back}
          size={44}
          onClick={() => void navigate({ to: '/inbox' })}
        >
          <IconArrowLeft size={20} />
        </IconButton>
        {group(
          t('settings_mine'),
          visible.filter(({ name }) => own.has(name)),
        )}
        {group(
          t('settings_of_desk'),
          visible.filter(({ name }) => !own.has(name)),
        )}
      </nav>
      <main id="main" tabIndex={-1} className={styles.page}>
        {open ? (
          <Suspense fallback={<PageBones />}>
            <open.Screen />
          </Suspense>
        ) : (
          <NotHere />
        )}
      </main>
    </div>
  )
}

export function PageBones() {
  return (
    <div
      style={{
        maxWidth: 760,
        margin: '0 auto',
        padding: 32,
        display: 'flex',
        flexDirection: 'column',
        gap: 24,
      }}
    >
      <Bone width={200} height={20} />
      <Bone height={160} />
      <Bone height={120} />
    </div>
  )
}
