// Small pieces that several pages show: prices, charts, states.

import { grouped } from '../decimal.ts'
import { type Html, html, raw } from '../html.ts'
import { type Candle, candles, type Market } from '../markets.ts'

export const priceText = ({ decimals }: Market, price: number): string => grouped(price.toFixed(decimals))

export const changeText = (change: number): Html =>
  html`<span class="${change < 0 ? 'down' : 'up'}">${change < 0 ? '−' : '+'}${Math.abs(change * 100).toFixed(2)} %</span>`

/** 12.3 M and the like. */
export const compact = (locale: string, amount: number): string =>
  new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(amount)

export const timeText = (locale: string, iso: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(
    new Date(iso),
  )

export const coin = (asset: string): Html =>
  html`<span class="coin" aria-hidden="true">${asset.slice(0, 4)}</span>`

/** A day as one small line. */
export function spark(market: Market, now: number): Html {
  const prices = candles(market, now, 24, 3_600_000).map(candle => candle.close)
  const [low, high] = [Math.min(...prices), Math.max(...prices)]
  const points = prices.map(
    (price, index) => `${(index / 23) * 120},${30 - ((price - low) / (high - low || 1)) * 28}`,
  )
  const tone = prices.at(-1)! < prices[0]! ? 'down' : 'up'
  return html`<svg class="spark ${tone}" viewBox="0 0 120 32" preserveAspectRatio="none" aria-hidden="true"><polyline points="${points.join(' ')}"/></svg>`
}

const width = 900
const height = 420
const right = 76
const bottom = 28

/** Candles with a scale of prices and times; where there is little room, the older ones are cut off. `label` says to those who can't see it what it is. */
export function chart(market: Market, now: number, label: string): Html {
  const shown = candles(market, now, 72, 300_000)
  const lows = shown.map(candle => candle.low)
  const highs = shown.map(candle => candle.high)
  const margin = (Math.max(...highs) - Math.min(...lows)) * 0.06
  const [low, high] = [Math.min(...lows) - margin, Math.max(...highs) + margin]
  const y = (price: number) => 8 + ((high - price) / (high - low)) * (height - bottom - 8)
  const step = (width - right) / shown.length
  return html`<svg class="chart" viewBox="0 0 ${width} ${height}" preserveAspectRatio="xMaxYMid slice" role="img" aria-label="${label}">
${scale(market, low, high, y)}${hours(shown, step)}
${shown.map((candle, index) => bar(candle, index * step, step, y))}
${lastPrice(market, shown.at(-1)!.close, y)}</svg>`
}

function scale(market: Market, low: number, high: number, y: (price: number) => number): Html[] {
  return Array.from({ length: 6 }, (_, index) => {
    const price = low + ((high - low) * (index + 0.5)) / 6
    const at = y(price).toFixed(1)
    return html`<line class="grid" x1="0" x2="${width - right}" y1="${at}" y2="${at}"/><text x="${width - right + 8}" y="${Number(at) + 4}">${priceText(market, price)}</text>`
  })
}

const hours = (shown: Candle[], step: number): Html[] =>
  shown.flatMap(({ at }, index) => {
    const time = new Date(at).toISOString().slice(11, 16)
    if (!time.endsWith(':00')) return []
    return [html`<text x="${(index * step).toFixed(1)}" y="${height - 8}">${time}</text>`]
  })

function bar(
  { open, close, high, low }: Candle,
  x: number,
  step: number,
  y: (price: number) => number,
): Html {
  const middle = (x + step / 2).toFixed(1)
  const top = y(Math.max(open, close))
  const tall = Math.max(1, y(Math.min(open, close)) - top)
  return html`<g class="${close < open ? 'fall' : 'rise'}"><line x1="${middle}" x2="${middle}" y1="${y(high).toFixed(1)}" y2="${y(low).toFixed(1)}"/><rect x="${(x + step * 0.18).toFixed(1)}" y="${top.toFixed(1)}" width="${(step * 0.64).toFixed(1)}" height="${tall.toFixed(1)}" stroke="none"/></g>`
}

function lastPrice(market: Market, price: number, y: (price: number) => number): Html {
  const at = y(price)
  return html`<g class="tag"><line x1="0" x2="${width - right}" y1="${at.toFixed(1)}" y2="${at.toFixed(1)}"/><rect x="${width - right}" y="${(at - 10).toFixed(1)}" width="${right}" height="20" rx="4"/><text x="${width - right + 8}" y="${(at + 4).toFixed(1)}">${priceText(market, price)}</text></g>`
}

export type Tone = 'good' | 'wait' | 'bad' | 'plain'
export const pill = (tone: Tone, text: string): Html =>
  html`<span class="pill ${tone === 'plain' ? raw('') : tone}">${text}</span>`
