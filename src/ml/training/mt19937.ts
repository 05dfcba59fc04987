const SIZE = 624
const SHIFT = 397

/**
 * The Mersenne Twister, the only random generator in training. NumPy's `RandomState` uses it too, and its state fits in
 * a checkpoint. Matsumoto & Nishimura 1998, "Mersenne Twister".
 */
export class Mt19937 {
  readonly #words: Uint32Array
  #index: number

  /**
   * @param seed 0 to 2^32 - 1, expanded to the state as in `init_genrand` of the authors' reference implementation.
   */
  constructor(seed: number) {
    this.#words = new Uint32Array(SIZE)
    this.#words[0] = seed
    for (let i = 1; i < SIZE; i++) {
      const previous = at(this.#words, i - 1)
      this.#words[i] = Math.imul(1_812_433_253, previous ^ (previous >>> 30)) + i
    }
    this.#index = SIZE
  }

  /** Uniform over 0 .. 2^32 - 1. */
  nextUint32(): number {
    if (this.#index === SIZE) this.#refill()
    let word = at(this.#words, this.#index++)
    word ^= word >>> 11
    word ^= (word << 7) & 0x9d2c5680
    word ^= (word << 15) & 0xefc60000
    word ^= word >>> 18
    return word >>> 0
  }

  /** Uniform over [0, 1) with 53 bits, like NumPy's `random_sample`. */
  nextDouble(): number {
    const high = this.nextUint32() >>> 5
    const low = this.nextUint32() >>> 6
    return (high * 67_108_864 + low) / 9_007_199_254_740_992
  }

  /** 625 words: the state and the position in it. */
  save(): Uint32Array {
    return Uint32Array.of(...this.#words, this.#index)
  }

  /** Restores a generator from the result of `save`. */
  static restore(saved: Uint32Array): Mt19937 {
    if (saved.length !== SIZE + 1) throw new Error(`A saved generator has ${SIZE + 1} words, not ${saved.length}.`)
    const generator = new Mt19937(0)
    generator.#words.set(saved.subarray(0, SIZE))
    generator.#index = at(saved, SIZE)
    return generator
  }

  #refill(): void {
    const words = this.#words
    for (let i = 0; i < SIZE; i++) {
      const joined = (at(words, i) & 0x80000000) | (at(words, (i + 1) % SIZE) & 0x7fffffff)
      words[i] = at(words, (i + SHIFT) % SIZE) ^ (joined >>> 1) ^ (joined & 1 ? 0x9908b0df : 0)
    }
    this.#index = 0
  }
}

const at = (words: Uint32Array, index: number): number => words[index] as number
