// biome-ignore lint/style/useImportType: AssemblyScript has no type imports
import { Direction } from './direction'
// biome-ignore lint/style/useImportType: AssemblyScript has no type imports
import { Lane } from './lane'
import { interleave, multiply, multiplyFour } from './matrix'
import { reserve } from './memory'
import { multiplyFourQuantised, multiplyQuantised, quantise } from './quantised'
import { gateColumns, hiddenSize, isQuantised, units } from './sizes'

/** The states of up to four lanes, in the layout that the product needs. */
let states: usize = 0

export function reserveStates(): void {
  states = reserve(4 * units)
}

/** The gates' sums: input + state x recurrent kernel. */
export function multiplyState(direction: Direction, lane: Lane, input: usize, gates: usize): void {
  if (isQuantised) {
    quantise(lane.hidden, units, states, 4)
    multiplyQuantised(states, units, direction.recurrentKernel, direction.scales, gateColumns, input, gates)
  } else {
    multiply(lane.hidden, hiddenSize, direction.recurrentKernel, gateColumns, input, gates)
  }
}

/** The same for four lanes at once, from their inputs to their gates. */
export function multiplyStates(direction: Direction, lane1: Lane, lane2: Lane, lane3: Lane, lane4: Lane): void {
  if (isQuantised) {
    quantise(lane1.hidden, units, states, 16)
    quantise(lane2.hidden, units, states + 4, 16)
    quantise(lane3.hidden, units, states + 8, 16)
    quantise(lane4.hidden, units, states + 12, 16)
    multiplyFourQuantised(
      states,
      units,
      direction.recurrentKernel,
      direction.scales,
      gateColumns,
      lane1.input,
      lane2.input,
      lane3.input,
      lane4.input,
      lane1.gates,
      lane2.gates,
      lane3.gates,
      lane4.gates,
    )
  } else {
    interleave(lane1.hidden, lane2.hidden, lane3.hidden, lane4.hidden, units, states)
    multiplyFour(
      states,
      hiddenSize,
      direction.recurrentKernel,
      gateColumns,
      lane1.input,
      lane2.input,
      lane3.input,
      lane4.input,
      lane1.gates,
      lane2.gates,
      lane3.gates,
      lane4.gates,
    )
  }
}
