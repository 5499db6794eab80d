// Files dragged onto a screen.

/** Handlers for the element that takes the files; marks it while files hover. */
export function dropZone(add: (files: File[]) => void) {
  const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
  const mark = (event: DragEvent, on: boolean) =>
    (event.currentTarget as HTMLElement).toggleAttribute('data-drop', on)
  return {
    onDragOver: (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      mark(event, true)
    },
    onDragLeave: (event: DragEvent) => {
      const to = event.relatedTarget as Node | null
      if (!to || !(event.currentTarget as HTMLElement).contains(to)) mark(event, false)
    },
    onDrop: (event: DragEvent) => {
      mark(event, false)
      if (!holdsFiles(event)) return
      event.preventDefault()
      add([...(event.dataTransfer?.files ?? [])])
    },
  }
}
