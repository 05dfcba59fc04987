/** Says something that an operator should know: one line, without a newline. */
export type Log = (message: string) => void
