// opencc-js ships its single dictionaries without types.
declare module 'opencc-js/dict/TSCharacters' {
  /** Entries "traditional simplified other…" joined by "|". */
  const entries: string
  export default entries
}
