import { QueryClient } from '@tanstack/react-query'
import createFetchClient, { type Middleware } from 'openapi-fetch'
import createQueryClient from 'openapi-react-query'
import { send } from './fetching'
import { problemOf } from './problem'
import type { components, paths } from './schema'

export type Schemas = components['schemas']

/** What a GET answers: `Read<'/projects/{id}'>`. */
export type Read<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Body
  : never

const language: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', document.documentElement.lang)
    return request
  },
}

/** One call each: `client.GET('/projects/{id}', …)`. Pages mostly use `api`. */
export const client = createFetchClient<paths>({
  baseUrl: `${location.origin}/api/v1`,
  fetch: send,
  querySerializer: { array: { style: 'form', explode: false } },
})
client.use(language)

/** Queries and mutations: `api.queryOptions('get', '/projects/{id}', …)`. */
export const api = createQueryClient(client)

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // A rule that said no says no again; only a broken connection or a fault of ours is worth another try.
      retry: (failures, error) => failures < 2 && isWorthAnotherTry(problemOf(error).status),
    },
  },
})

const isWorthAnotherTry = (status: number) => status === 0 || status >= 502

/** The header that says which version was read: `headers: ifMatch(project.version)`. */
export const ifMatch = (version: number) => ({ 'If-Match': `"v${version}"` })

/** The body of an answer, or its problem thrown: `read(await client.GET(…))`. */
export function read<Body>(answer: { data?: Body; error?: unknown }): Body {
  if (answer.data === undefined) throw answer.error
  return answer.data
}
