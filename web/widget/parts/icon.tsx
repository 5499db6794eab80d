// The few signs of the widget, drawn as lines in the colour of the text around them.

const paths = {
  back: 'M15 5l-7 7 7 7',
  close: 'M6 6l12 12M18 6L6 18',
  more: 'M12 5.5v.01M12 12v.01M12 18.5v.01',
  next: 'M9 5l7 7-7 7',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L20 20',
  announce: 'M4 10v4h3l8 4.5v-13L7 10zM18.5 9.5a3.5 3.5 0 0 1 0 5M7.5 14.5l1.5 5',
  send: 'M4.5 12L20 4.5 15.5 20l-4-6.5zM11.5 13.5L20 4.5',
  attach:
    'M19.5 11.5l-7.8 7.8a5 5 0 0 1-7-7l8.2-8.3a3.3 3.3 0 0 1 4.7 4.7l-8.2 8.2a1.6 1.6 0 0 1-2.3-2.3l7.4-7.4',
  camera:
    'M4 8.5h3.2l1.6-2.5h6.4l1.6 2.5H20a1 1 0 0 1 1 1V18a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V9.5a1 1 0 0 1 1-1zM12 16.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4z',
  emoji: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8.5 14.5c1.8 2.3 5.2 2.3 7 0M9 9.5v.01M15 9.5v.01',
  file: 'M13.5 3.5H7a1 1 0 0 0-1 1v15a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1V8zM13.5 3.5V8H18',
  download: 'M12 4v11M7.5 11l4.5 4.5L16.5 11M5 20h14',
  down: 'M12 5v14M6 13l6 6 6-6',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7.5V12l3 2',
  alert:
    'M12 8.5v4.5M12 16.5v.01M10.3 4.2L2.8 17.5a2 2 0 0 0 1.7 3h15a2 2 0 0 0 1.7-3L13.7 4.2a2 2 0 0 0-3.4 0z',
  shield: 'M12 3l7.5 2.8V11c0 4.6-3 8-7.5 10-4.5-2-7.5-5.4-7.5-10V5.8zM8.8 12l2.2 2.2 4.2-4.4',
  chat: 'M20.5 11.8a8 8 0 0 1-11.7 7.1L4 20.5l1.5-4.6a8 8 0 1 1 15-4.1z',
  retry: 'M4.5 12a7.5 7.5 0 1 0 2.3-5.4L4.5 9M4.5 4.5V9H9',
  window: 'M13 5h6v6M19 5l-8 8M10 6H6a1 1 0 0 0-1 1v11a1 1 0 0 0 1 1h11a1 1 0 0 0 1-1v-4',
} as const

export type IconName = keyof typeof paths

/** Decoration only: what it means is always said in words as well. */
export const Icon = ({ name, size = 20 }: { name: IconName; size?: number }) => (
  <svg
    class={`icon icon-${name}`}
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width={name === 'more' ? 3 : 1.8}
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d={paths[name]} />
  </svg>
)
