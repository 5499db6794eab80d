// A part that is loaded when it is first shown. When it can't be had, nothing is shown: it is only an extra.
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'

export function lazyPart<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  return function Lazy(props: P) {
    const [Part, setPart] = useState<ComponentType<P>>()
    useEffect(() => {
      load().then(
        part => setPart(() => part),
        () => {},
      )
    }, [])
    return Part ? <Part {...props} /> : null
  }
}
