// Everyday words that are one letter away from a seed word: they are never taken for a misspelt one.

export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `
after ago and are back bad bank been being big bill but buy cards care charged coins date days declined
did does don done down dude due even ever every fact far fees for free friends from get got guy had has
hate hear hell her here hey him his hours how info kids last late least let login look lost lot luck made
makes many may might min minutes money most needs new not our out part pay pin plane problems read really
received said says score see seen send sent set she show some son sounds stop take than thanks the their
them these things think though times tire told too took tried updated user using wallet was watch week
well went were which while why with withdraw won would yeah years yet your
`
    .trim()
    .split(/\s+/),
)
