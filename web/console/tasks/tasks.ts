// The tasks of a conversation and one's own: asked again when a line tells of a change.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { AddTask, ChangeTask } from '../../../contract/tasks.ts'
import { answer, api } from '../api/client.ts'
import { useShowFault } from '../api/use-fault.ts'
import { useLive } from '../realtime/realtime.tsx'

const tasksKey = ['tasks'] as const
const keyIn = (conversationId: string) => [...tasksKey, 'in', conversationId] as const
const ownKey = [...tasksKey, 'own'] as const

export function useTasksIn(conversationId: string) {
  const queries = useQueryClient()
  const { listen } = useLive()
  useEffect(
    () =>
      listen(frame => {
        if (frame.type !== 'entries' || frame.conversation.id !== conversationId) return
        const isTold = frame.entries.some(entry => entry.kind === 'line' && entry.code.startsWith('task_'))
        if (isTold) void queries.invalidateQueries({ queryKey: tasksKey })
      }),
    [listen, queries, conversationId],
  )
  return useQuery({
    queryKey: keyIn(conversationId),
    queryFn: async () => {
      const params = { path: { id: conversationId } }
      return (await answer(api.GET('/api/conversations/{id}/tasks', { params }))).tasks
    },
  })
}

/** Live by the notices that come with a task; and asked each minute, for what others changed. */
export function useOwnTasks() {
  const queries = useQueryClient()
  const { listen } = useLive()
  useEffect(
    () =>
      listen(frame => {
        if (frame.type === 'notice') void queries.invalidateQueries({ queryKey: ownKey })
      }),
    [listen, queries],
  )
  return useQuery({
    queryKey: ownKey,
    queryFn: async () => (await answer(api.GET('/api/tasks'))).tasks,
    refetchInterval: 60_000,
  })
}

export function useTaskChanges() {
  const queries = useQueryClient()
  const onError = useShowFault()
  const onSettled = () => queries.invalidateQueries({ queryKey: tasksKey })
  const add = useMutation({
    mutationFn: ({ conversationId, task }: { conversationId: string; task: AddTask }) =>
      answer(
        api.POST('/api/conversations/{id}/tasks', { params: { path: { id: conversationId } }, body: task }),
      ),
    onError,
    onSettled,
  })
  const change = useMutation({
    mutationFn: ({ id, wanted }: { id: string; wanted: ChangeTask }) =>
      answer(api.PATCH('/api/tasks/{id}', { params: { path: { id } }, body: wanted })),
    onError,
    onSettled,
  })
  const remove = useMutation({
    mutationFn: (id: string) => answer(api.DELETE('/api/tasks/{id}', { params: { path: { id } } })),
    onError,
    onSettled,
  })
  return { add, change, remove }
}
