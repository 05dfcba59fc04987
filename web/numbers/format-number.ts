const COUNT = new Intl.NumberFormat('en')
const DECIMAL = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const THOUSANDTHS = new Intl.NumberFormat('en', { minimumFractionDigits: 3, maximumFractionDigits: 3 })
const SIGNED = new Intl.NumberFormat('en', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
  signDisplay: 'exceptZero',
})

/** Such as 12,447. */
export const formatCount = (count: number): string => COUNT.format(count)

/** From 0 to 1, such as 0.62. */
export const formatDecimal = (value: number): string => DECIMAL.format(value)

/** Such as 0.710, as accuracies are published. */
export const formatThousandths = (value: number): string => THOUSANDTHS.format(value)

/** Such as +0.34 or −0.12, with a minus sign as wide as a plus. */
export const formatSigned = (value: number): string => SIGNED.format(value).replace('-', '−')

const TICK = new Intl.NumberFormat('en', { maximumFractionDigits: 2, signDisplay: 'exceptZero' })

/** Such as +0.2 or 0, for the numbers of an axis. */
export const formatTickValue = (value: number): string => TICK.format(value).replace('-', '−')

/** Such as 3.2 %, for many small shares of one whole. */
export const formatTenths = (share: number): string =>
  share > 0 && share < 0.0005 ? '<0.1 %' : `${(share * 100).toFixed(1)} %`

/** Such as 38 %. Only exact shares read as 0 % and 100 %. */
export function formatShare(share: number): string {
  if (share > 0 && share < 0.005) return '<1 %'
  if (share < 1 && share > 0.995) return '>99 %'
  return `${Math.round(share * 100)} %`
}

/** Such as 293 kB or 1.2 GB, for people. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`
  const power = Math.min(UNITS.length, Math.floor(Math.log10(Number(bytes.toPrecision(3))) / 3))
  const value = bytes / 1000 ** power
  return `${value < 9.95 ? value.toFixed(1) : Math.round(value)} ${UNITS[power - 1]}`
}

const UNITS = ['kB', 'MB', 'GB', 'TB'] as const
