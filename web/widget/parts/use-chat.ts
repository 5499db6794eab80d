// What every part of the app reaches for: the chat, and the words of the reader's language.
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Keep } from '../../api/keep.ts'
import type { Bridge } from '../bridge.ts'
import type { Chat } from '../chat/chat.ts'
import type { State } from '../chat/state.ts'
import { useStore } from '../chat/store.ts'
import type { Texts } from '../texts/texts.ts'

export interface Around {
  chat: Chat
  bridge: Bridge
  machine: Keep
}

export const AroundContext = createContext<Around | undefined>(undefined)

export function useAround(): Around {
  const around = useContext(AroundContext)
  if (!around) throw new Error('outside of the app')
  return around
}

export const useChat = (): Chat => useAround().chat

export const useApp = <T>(pick: (state: State) => T): T => useStore(useChat().store, pick)

export const useTexts = (): Texts => useApp(state => state.texts)
