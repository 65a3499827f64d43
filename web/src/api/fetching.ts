import { SignedOut } from './problem'

/**
 * What happens between the client and the network: every POST gets one idempotency key that outlives its
 * repetitions, a POST whose connection broke is sent again, and a request refused because the session ended
 * waits until its person has logged in again, so that nothing typed is lost.
 */
export async function send(request: Request): Promise<Response> {
  const answer = await sendTwice(keyed(request))
  if (answer.status !== 401 || isAboutSession(request)) return answer
  await loginAgain.wait()
  return fetch(request)
}

/** Tells the app that a request waits for a log-in, and the request that the log-in was given or refused. */
export const loginAgain = {
  waiting: [] as { resolve: () => void; reject: (cause: SignedOut) => void }[],
  listeners: new Set<() => void>(),

  wait(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject })
      this.tell()
    })
  },
  given() {
    for (const request of this.waiting.splice(0)) request.resolve()
    this.tell()
  },
  refused() {
    for (const request of this.waiting.splice(0)) request.reject(new SignedOut())
    this.tell()
  },
  isWaiting: () => loginAgain.waiting.length > 0,
  subscribe(listener: () => void) {
    loginAgain.listeners.add(listener)
    return () => loginAgain.listeners.delete(listener)
  },
  tell() {
    for (const listener of this.listeners) listener()
  },
}

function keyed(request: Request): Request {
  if (request.method === 'POST' && !request.headers.has('Idempotency-Key')) {
    request.headers.set('Idempotency-Key', newKey())
  }
  return request
}

/** A request that reached nobody may be sent again: reads always, a POST because of its key. */
async function sendTwice(request: Request): Promise<Response> {
  try {
    return await fetch(request.clone())
  } catch (cause) {
    const again = request.method === 'GET' || request.method === 'POST'
    if (!again || request.signal.aborted) throw cause
    return fetch(request.clone())
  }
}

const isAboutSession = (request: Request) => new URL(request.url).pathname.endsWith('/api/v1/session')

/** Not `crypto.randomUUID`, which a page served without TLS does not have. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
