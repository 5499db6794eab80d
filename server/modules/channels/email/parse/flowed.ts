// Format=flowed (RFC 3676): lines that were broken only for old screens are put together again.

/** `deleteSpace` is the parameter DelSp: the space at the break was added with it. Linear. */
export function unflow(text: string, deleteSpace: boolean): string {
  const paragraphs: string[] = []
  let open: { depth: number; pieces: string[] } | null = null
  const close = () => {
    if (open) paragraphs.push(quote(open.depth) + open.pieces.join(''))
    open = null
  }
  for (const line of text.split('\n')) {
    const depth = /^>*/.exec(line)![0].length
    const content = line.slice(depth).replace(/^ /, '')
    const isSignature = content === '-- '
    if (open && (open.depth !== depth || isSignature)) close()
    open ??= { depth, pieces: [] }
    const flows = content.endsWith(' ') && !isSignature
    open.pieces.push(flows && deleteSpace ? content.slice(0, -1) : content)
    if (!flows) close()
  }
  close()
  return paragraphs.join('\n')
}

const quote = (depth: number) => (depth > 0 ? `${'>'.repeat(depth)} ` : '')
