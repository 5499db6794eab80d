// The button that opens the chat.
import type { LauncherTexts } from '../protocol.ts'

const bubble = 'M21 12a8.5 8.5 0 0 1-12.4 7.6L3 21l1.5-5A8.5 8.5 0 1 1 21 12z'
const cross = 'M6 9l6 6 6-6'

export function createButton(clicked: () => void) {
  const button = document.createElement('button')
  button.type = 'button'
  const svg = button.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg'))
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  const path = svg.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'path'))
  const badge = button.appendChild(document.createElement('span'))
  badge.setAttribute('aria-hidden', 'true')
  button.addEventListener('click', clicked)
  return {
    button,
    show(open: boolean, unread: number, texts: LauncherTexts): void {
      path.setAttribute('d', open ? cross : bubble)
      badge.textContent = open || unread === 0 ? '' : unread > 99 ? '99+' : String(unread)
      button.setAttribute('aria-label', open ? texts.close : unread > 0 ? texts.unread : texts.open)
      button.setAttribute('aria-expanded', String(open))
    },
  }
}
