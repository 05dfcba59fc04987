import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Dataset, File, Group } from 'h5wasm/node'
import { UsageError } from '../../problem/problem.ts'
import { explainFileError } from '../../tables/file-error.ts'
import { halfPrecision } from './half-precision.ts'

/** A tensor of a layer, row-major. */
export interface KerasTensor {
  readonly shape: readonly number[]
  readonly values: Float32Array
}

/** The content of an `.h5` file that Keras wrote with `model.save`, without the optimizer. */
export interface KerasFile {
  /** Such as `2.15.0`; null if unknown. */
  readonly kerasVersion: string | null
  /** The parsed `model_config`, in any shape. */
  readonly modelConfig: unknown
  /**
   * By layer, then by the last part of the tensor's name: `kernel` for `lstm/lstm_cell/kernel:0` and
   * `sequential/lstm/lstm_cell/kernel`.
   */
  readonly weights: ReadonlyMap<string, ReadonlyMap<string, KerasTensor>>
}

type Library = typeof import('h5wasm/node')

/** The kernel's tables would not fit into memory at a much smaller size. */
const LARGEST_FILE_BYTES = 512 * 2 ** 20
const MOST_VALUES = 2 ** 27

const HDF5_SIGNATURE = Buffer.from('\x89HDF\r\n\x1a\n', 'latin1')
const ZIP_SIGNATURE = Buffer.from('PK\x03\x04', 'latin1')

/** Reads configuration and weights of a model. Throws a `UsageError` that names the file if it is not such a model. */
export async function readKerasFile(path: string): Promise<KerasFile> {
  await checkSignature(path)
  const library = await loadLibrary()
  // Otherwise the HDF5 library prints its own error report to standard error and continues.
  library.Module.activate_throwing_error_handler()
  try {
    const file = new library.File(path, 'r')
    const model = readModel(path, file, library)
    file.close()
    return model
  } catch (error) {
    // The file stays open: after severe damage the library no longer works, and the command ends here.
    if (error instanceof UsageError) throw error
    throw new UsageError(`${path} is damaged or incomplete: the HDF5 library cannot read it. Copy or save it again.`)
  }
}

/**
 * Four megabytes of JavaScript and WebAssembly that only this command needs. While it loads, it captures
 * `console.error` to print "Aborted" if a damaged file makes it give up. It also throws then, and our message is the
 * only line to print.
 */
async function loadLibrary(): Promise<Library> {
  const { error } = console
  console.error = () => {}
  try {
    const library = await import('h5wasm/node')
    await library.ready
    return library
  } finally {
    console.error = error
  }
}

async function checkSignature(path: string): Promise<void> {
  const start = Buffer.alloc(8)
  try {
    const file = await open(path)
    try {
      const { size } = await file.stat()
      if (size > LARGEST_FILE_BYTES) {
        throw new UsageError(
          `${path} has ${Math.round(size / 2 ** 20)} MiB; the limit is ${LARGEST_FILE_BYTES / 2 ** 20} MiB. Save the model without the optimizer: model.save("${basename(path)}", include_optimizer=False).`,
        )
      }
      await file.read(start, 0, 8, 0)
    } finally {
      await file.close()
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EISDIR') {
      throw new UsageError(`${path} is a directory; name the file that model.save("model.h5") writes.`)
    }
    throw explainFileError(error, path)
  }
  if (start.equals(HDF5_SIGNATURE)) return
  if (start.subarray(0, 4).equals(ZIP_SIGNATURE)) {
    throw new UsageError(
      `${path} is a .keras archive, which is not supported; convert it with keras.saving.load_model("${basename(path)}").save("model.h5").`,
    )
  }
  throw new UsageError(`${path} is not an HDF5 file; save the model with model.save("model.h5").`)
}

function readModel(path: string, file: File, library: Library): KerasFile {
  const modelConfig = textAttribute(file, 'model_config')
  const group = file.keys().includes('model_weights') ? file.get('model_weights') : null
  if (modelConfig === null || !(group instanceof library.Group)) {
    const isWeightsOnly = 'layer_names' in file.attrs || file.keys().includes('layers')
    throw new UsageError(
      isWeightsOnly
        ? `${path} contains weights without their model; save both with model.save("model.h5") instead of save_weights.`
        : `${path} is an HDF5 file, but not a model that Keras saved with model.save("model.h5").`,
    )
  }
  return {
    kerasVersion: textAttribute(file, 'keras_version') ?? textAttribute(group, 'keras_version'),
    modelConfig: parseConfig(path, modelConfig),
    weights: readWeights(path, group, library),
  }
}

function readWeights(path: string, group: Group, library: Library): KerasFile['weights'] {
  let budget = MOST_VALUES
  const weights = new Map<string, Map<string, KerasTensor>>()
  for (const layer of group.keys()) {
    const tensors = new Map<string, KerasTensor>()
    const layerGroup = group.get(layer)
    for (const name of layerGroup instanceof library.Group ? layerGroup.paths() : []) {
      const dataset = (layerGroup as Group).get(name)
      if (!(dataset instanceof library.Dataset)) continue
      budget -= dataset.metadata.total_size
      if (budget < 0) throw new UsageError(`${path} contains more than ${MOST_VALUES} weights, which is too many.`)
      const values = floatValues(dataset, library)
      if (values) tensors.set(basename(name).replace(/:\d+$/, ''), { shape: dataset.shape ?? [], values })
    }
    weights.set(layer, tensors)
  }
  return weights
}

/** Null if the tensor does not contain floating-point numbers, such as the state of a random generator. */
function floatValues(dataset: Dataset, library: Library): Float32Array | null {
  const { metadata } = dataset
  const module = library.Module
  if (metadata.type !== module.H5T_class_t.H5T_FLOAT.value) return null
  if (metadata.size !== 2) return Float32Array.from(dataset.value as Float32Array | Float64Array)
  const sizeBytes = 2 * metadata.total_size
  const address = module._malloc(sizeBytes)
  try {
    module.get_dataset_data(dataset.file_id, dataset.path, null, null, null, BigInt(address))
    return halfPrecision(module.HEAPU8.slice(address, address + sizeBytes))
  } finally {
    module._free(address)
  }
}

function textAttribute(group: Group, name: string): string | null {
  const value = group.attrs[name]?.value
  // Old versions of h5py wrote strings of a fixed length, padded with zeros.
  return typeof value === 'string' ? value.replace(/\0+$/, '') : null
}

function parseConfig(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UsageError(`${path} is damaged: its model_config is not JSON.`)
  }
}
