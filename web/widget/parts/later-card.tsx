// When nobody waits any more: that it goes on, under which number, and where the answer can reach the customer.
import { useState } from 'preact/hooks'
import type { CustomerConversation } from '../../../contract/conversations.ts'
import { asRefusal } from '../../api/refusal.ts'
import { Expected } from './expected.tsx'
import { useApp, useChat, useTexts } from './use-chat.ts'

const looksLikeEmail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

export function LaterCard({ conversation }: { conversation: CustomerConversation }) {
  const { t } = useTexts()
  const chat = useChat()
  const available = useApp(({ config }) => config.channels.chat && config.agentsAvailable)
  const { live, status, reachable, id } = conversation
  const number = String(conversation.number)
  if (status === 'solved') return <p class="aside">{t('solved_text')}</p>
  if (live || status === 'closed' || status === 'merged') return null
  return (
    <section class="card later" aria-labelledby="later">
      <div>
        <h2 class="card-title" id="later">
          {t('later_title')}
        </h2>
        <p>{t(reachable ? 'later_reachable' : 'later_text', { number })}</p>
        <Expected conversation={conversation} />
        {!reachable && <AddressForm id={id} />}
        {available && (
          <button type="button" class="link" onClick={() => void chat.act(id, 'wait').catch(() => {})}>
            {t('wait_again')}
          </button>
        )}
      </div>
    </section>
  )
}

function AddressForm({ id }: { id: string }) {
  const { t, strings, fill } = useTexts()
  const chat = useChat()
  const given = useApp(({ settings }) => settings.email)
  const [email, setEmail] = useState(() => chat.drafts.get('email') || given || '')
  const [problem, setProblem] = useState('')
  const save = async () => {
    if (!looksLikeEmail.test(email.trim())) return setProblem(t('email_wrong'))
    try {
      await chat.contact(id, email.trim())
    } catch (error) {
      const { code } = asRefusal(error)
      const wrong = code === 'invalid_input' ? t('email_wrong') : undefined
      setProblem(wrong ?? (code === 'offline' ? t('unavailable') : fill(strings.errors[code])))
    }
  }
  return (
    <form
      class="address-form"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      <label class="field">
        <span>{t('later_email')}</span>
        <input
          type="email"
          autocomplete="email"
          value={email}
          maxLength={254}
          aria-invalid={problem !== ''}
          aria-describedby="address-problem"
          onInput={event => {
            setEmail(event.currentTarget.value)
            chat.drafts.set('email', event.currentTarget.value)
            setProblem('')
          }}
        />
      </label>
      <button type="submit" class="primary">
        {t('save')}
      </button>
      <small class="problem" id="address-problem" role="alert">
        {problem}
      </small>
    </form>
  )
}
