/**
 * Sets a variable of this process's environment unless it is set already. For native libraries, which take their settings from the
 * environment only; our own settings are `Config`.
 */
export function defaultVariable(name: string, value: string): void {
  process.env[name] ??= value
}
