import 'react'

declare module 'react' {
  interface CSSProperties {
    /** From 0% to 100%: how strongly a cell is shaded. */
    '--share'?: string
  }
}
