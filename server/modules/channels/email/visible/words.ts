// Reads the lists by which quotes and signatures are recognised; a language is added by adding its line to each list of the `-words.ts` here.

/** One language a line, its code first, then its words between bars; all languages are read alike. */
export const words = (table: string): string[] =>
  table
    .trim()
    .split('\n')
    .flatMap(line =>
      line
        .trim()
        .replace(/^\S+\s+/, '')
        .split('|'),
    )
    .map(word => word.trim().normalize('NFC'))
