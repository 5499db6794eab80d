// Pictures and films on their way into the text: uploaded at once, put where they were dropped, then asked what they show.
import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import type { ErrorCode } from '../../../../contract/errors.ts'
import { Refusal } from '../../../api/refusal.ts'
import { isVideo } from './markdown/nodes.ts'
import { markPlace, takePlace } from './schema/upload-places.ts'

/** Sends a file to the desk; `onProgress` is told how much of it is there, from 0 to 1. @throws Refusal */
export type UploadFile = (
  file: File,
  onProgress: (share: number) => void,
) => Promise<{ url: string; width?: number; height?: number }>

export interface OnTheWay {
  key: string
  name: string
  progress: number
  fault?: ErrorCode
}

export interface Media {
  all: readonly OnTheWay[]
  add(files: Iterable<File>, at?: number): void
  remove(key: string): void
}

export const isMedia = ({ type }: File): boolean => /^(?:image|video)\//.test(type)

/** @param onPlaced told where each stands once it is there */
export function useMedia(editor: Editor, upload: UploadFile, onPlaced: (at: number) => void): Media {
  const [all, setAll] = useState<readonly OnTheWay[]>([])
  const remove = (key: string) => setAll(before => before.filter(one => one.key !== key))
  const change = (key: string, to: Partial<OnTheWay>) =>
    setAll(before => before.map(one => (one.key === key ? { ...one, ...to } : one)))
  const send = async (file: File, key: string) => {
    try {
      const { url } = await upload(file, progress => change(key, { progress }))
      remove(key)
      if (editor.isDestroyed) return
      const at = takePlace(editor, key)
      if (at === null) return
      const type = isVideo(url) ? 'video' : 'image'
      editor
        .chain()
        .insertContentAt(at, { type, attrs: { src: url, alt: '' } })
        .setNodeSelection(at)
        .run()
      onPlaced(at)
    } catch (error) {
      if (!editor.isDestroyed) takePlace(editor, key)
      change(key, {
        fault: error instanceof Refusal && error.code !== 'offline' ? error.code : 'unavailable',
      })
    }
  }
  return {
    all,
    remove,
    add: (files, at = editor.state.selection.to) => {
      for (const file of files) {
        const key = crypto.randomUUID()
        setAll(before => [...before, { key, name: file.name || 'image.png', progress: 0 }])
        markPlace(editor, key, at)
        void send(file, key)
      }
    },
  }
}
