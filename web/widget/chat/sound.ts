// A short, soft tone for new messages, made on the spot: no file to load.

let context: AudioContext | undefined

/** Browsers allow sound only after the reader did something; call this when they do. */
export function allowSound(): void {
  try {
    context ??= new AudioContext()
    if (context.state === 'suspended') context.resume().catch(() => {})
  } catch {
    // No sound here: nothing else depends on it.
  }
}

export function beep(): void {
  if (context?.state !== 'running') return
  const start = context.currentTime
  for (const [index, pitch] of [660, 880].entries()) {
    const tone = context.createOscillator()
    const volume = context.createGain()
    const at = start + index * 0.11
    tone.frequency.value = pitch
    volume.gain.setValueAtTime(0, at)
    volume.gain.linearRampToValueAtTime(0.08, at + 0.02)
    volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.28)
    tone.connect(volume).connect(context.destination)
    tone.start(at)
    tone.stop(at + 0.3)
  }
}
