/** Mean loss, and its gradient with respect to the logits: (p - target) / rows. */
export function crossEntropy(probabilities: ArrayLike<number>, targets: readonly number[], outputs: number) {
  const slopes = new Float32Array(targets.length * outputs)
  let loss = 0
  let correct = 0
  for (const [row, target] of targets.entries()) {
    const own = Array.from({ length: outputs }, (_, output) => probabilities[row * outputs + output] as number)
    loss -= Math.log(Math.max(own[target] as number, 1e-7))
    if (own.indexOf(Math.max(...own)) === target) correct++
    for (const [output, p] of own.entries()) {
      slopes[row * outputs + output] = (p - (output === target ? 1 : 0)) / targets.length
    }
  }
  return { loss: loss / targets.length, correct, slopes }
}
