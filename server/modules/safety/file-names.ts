// What a file may be called: shown as it is, never a path, never something it isn't.
import { extname } from 'node:path/posix'

const longest = 200

// Invisible characters and those that turn the direction of writing: they make `exe.jpg` out of `gpj.exe`.
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\uFFF9-\uFFFD]/gu
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i
const notInNames = /[<>:"|?*]/g

/** The name as it is shown and offered for download; `file` when nothing is left. */
export function shownFileName(given: string | undefined): string {
  const last = (given ?? '').replace(unseen, '').split(/[/\\]/).at(-1) ?? ''
  const name = last
    .normalize('NFC')
    .replace(notInNames, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  return shortened(name).replace(reserved, '_$1') || 'file'
}

function shortened(name: string): string {
  if (name.length <= longest) return name
  const extension = extname(name).slice(0, 20)
  return `${name.slice(0, longest - extension.length).replace(/[\uD800-\uDBFF]$/, '')}${extension}`
}

// What a double click would run. Sources that need an interpreter named by hand (`.py`) are plain text.
const runnable = new Set(
  `exe com scr pif bat cmd msi msp mst msc cpl dll sys ps1 psm1 psd1 vb vbs vbe js jse wsf wsh wsc hta lnk url scf inf reg
  jar jnlp application appref-ms gadget chm hlp settingcontent-ms app command pkg dmg deb rpm apk ipa appimage run desktop
  workflow action xpi crx iso img vhd vhdx`.split(/\s+/),
)

/** Whether the name says that opening the file runs it; looks through full-width dots and letters. */
export function isRunnableName(shown: string): boolean {
  return runnable.has(extname(shown.normalize('NFKC')).slice(1).toLowerCase().trim())
}
