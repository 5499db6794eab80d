// The script that a page embeds: it makes the frame, and hands calls of `Ballast(...)` on to it.
document.currentScript?.setAttribute('data-ballast', 'loaded')
