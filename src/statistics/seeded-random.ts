/**
 * Random numbers in [0, 1) that depend only on the seed: the 32-bit generator sfc32 (Chris Doty-Humphrey, PractRand).
 * Good enough for resampling and fixtures, not for secrets.
 */
export function seededRandom(seed: number): () => number {
  let [a, b, c, counter] = [seed | 0, 0x9e3779b9 | 0, 0x85ebca6b | 0, 1]
  const next = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  for (let stir = 0; stir < 16; stir++) next()
  return next
}
