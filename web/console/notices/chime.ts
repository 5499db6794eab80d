// A soft sound of two tones, made here so that nothing needs to be loaded.
let audio: AudioContext | undefined

export function chime(): void {
  try {
    audio ??= new AudioContext()
    const start = audio.currentTime
    tone(audio, 660, start)
    tone(audio, 880, start + 0.12)
  } catch {
    // A browser that forbids sound is right to.
  }
}

function tone(context: AudioContext, frequency: number, at: number): void {
  const oscillator = context.createOscillator()
  const volume = context.createGain()
  oscillator.frequency.value = frequency
  volume.gain.setValueAtTime(0, at)
  volume.gain.linearRampToValueAtTime(0.12, at + 0.02)
  volume.gain.exponentialRampToValueAtTime(0.001, at + 0.35)
  oscillator.connect(volume).connect(context.destination)
  oscillator.start(at)
  oscillator.stop(at + 0.4)
}
