/**
 * Sets an environment variable of this process unless it is already set. For native libraries, which read their
 * settings only from the environment; Pulso's own settings are in `Config`.
 */
export function defaultVariable(name: string, value: string): void {
  process.env[name] ??= value
}
