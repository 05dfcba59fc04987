/** Signs in or out. Null if it succeeded, else a sentence for the user. */
export async function sendSession(method: 'POST' | 'DELETE', body?: object): Promise<string | null> {
  try {
    const response = await fetch('/session', {
      method,
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    if (response.ok) return null
    const { detail } = (await response.json()) as { readonly detail?: string }
    return detail ?? `The server responded with status ${response.status}.`
  } catch {
    return 'The server does not respond. Is it running?'
  }
}
