import type { FastifyReply, FastifyRequest } from 'fastify'

/** Has the session. Scripts of a page cannot read it, and pages of other sites do not send it. */
const SESSION = 'pulso_session'
/** Tells scripts of the page that it is signed in. */
const MARK = 'pulso_signed_in'

/** The session of a browser; null without one. */
export function sentSession(cookies: string | undefined): string | null {
  if (cookies === undefined || !cookies.includes(SESSION)) return null
  for (const part of cookies.split(';')) {
    const [name, value] = part.trim().split('=', 2)
    if (name === SESSION && value !== undefined && value !== '') return value
  }
  return null
}

/** Sets the cookies; without a token, removes them. */
export function setSession(request: FastifyRequest, reply: FastifyReply, token: string | null, seconds = 0): void {
  const isSecure = request.protocol === 'https' || request.headers['x-forwarded-proto'] === 'https'
  const attributes = `Path=/; SameSite=Strict; Max-Age=${seconds}${isSecure ? '; Secure' : ''}`
  reply.header('Set-Cookie', [
    `${SESSION}=${token ?? ''}; ${attributes}; HttpOnly`,
    `${MARK}=${token === null ? '' : '1'}; ${attributes}`,
  ])
}
