/** The client is not allowed to do this. The message is for the client. */
export class AccessError extends Error {
  readonly statusCode: 401 | 403 | 429 | 503
  readonly headers: Readonly<Record<string, string>>

  constructor(statusCode: AccessError['statusCode'], message: string, headers: AccessError['headers']) {
    super(message)
    this.name = 'AccessError'
    this.statusCode = statusCode
    this.headers = headers
  }
}
