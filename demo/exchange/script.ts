// The little that the exchange's pages do in the browser: numbers that move, and buttons that open the chat.

export const script = `
const ballast = (...call) => window.Ballast && window.Ballast(...call)

for (const button of document.querySelectorAll('[data-ask]')) {
  button.hidden = false
  button.addEventListener('click', () => button.dataset.ask ? ballast('newMessage', button.dataset.ask) : ballast('open'))
}

for (const form of document.querySelectorAll('form[data-at-once]')) {
  form.querySelector('button').hidden = true
  form.addEventListener('change', event => {
    // Somebody else is at the keyboard now: what the chat kept in this browser goes before they see it.
    const leaves = event.target.name === 'customer'
    if (leaves) ballast('shutdown')
    setTimeout(() => form.submit(), leaves ? 400 : 0)
  })
}

const live = document.querySelector('[data-live]')
async function refresh() {
  try {
    const response = await fetch(live.dataset.live)
    if (!response.ok) return
    const pieces = await response.json()
    for (const [id, markup] of Object.entries(pieces)) {
      const place = document.getElementById(id)
      if (place) place.innerHTML = markup
    }
    if (pieces.last) document.title = document.getElementById('last').textContent.trim() + ' · ' + live.dataset.title
  } catch {}
}
if (live) setInterval(() => document.hidden || refresh(), 2000)
`
