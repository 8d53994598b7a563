/** Series colours: distinct in lightness and hue for the common kinds of colour blindness, 3:1 or better on white. */
export const palette = [
  '#1d6fb8',
  '#c4570a',
  '#2b8a5b',
  '#8a3f9e',
  '#b8860b',
  '#c2335a',
  '#4a6274',
  '#7a8b1f',
  '#0f8b9d',
  '#7a4b2a',
] as const

export function colorAt(index: number): string {
  return palette[index % palette.length] ?? palette[0]
}
