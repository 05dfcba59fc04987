/** result = softmax(state x kernel + bias), summed in double precision: a few hundred products. The kernel is row-major and unpacked. */
export function answerFrom(state: usize, size: i32, kernel: usize, bias: usize, outputs: i32, result: usize): void {
  let largest: f64 = -Infinity
  for (let output = 0; output < outputs; output++) {
    let sum = <f64>floatAt(bias, output)
    for (let unit = 0; unit < size; unit++) {
      sum += <f64>floatAt(state, unit) * <f64>floatAt(kernel, unit * outputs + output)
    }
    store<f32>(result + ((<usize>output) << 2), <f32>sum)
    largest = max(largest, sum)
  }
  let total: f64 = 0
  for (let output = 0; output < outputs; output++) total += Math.exp(<f64>floatAt(result, output) - largest)
  for (let output = 0; output < outputs; output++) {
    const power = Math.exp(<f64>floatAt(result, output) - largest)
    store<f32>(result + ((<usize>output) << 2), <f32>(power / total))
  }
}

function floatAt(address: usize, index: i32): f32 {
  return load<f32>(address + ((<usize>index) << 2))
}
