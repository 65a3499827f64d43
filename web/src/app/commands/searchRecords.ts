import { client, read } from '~/api/client'

/** A record that was found by its number, its name or the initials of its name. */
export interface Found {
  kind: Kind
  id: string
  number: string
  name: string
  address: string
}

type Kind = 'customer' | 'inquiry' | 'lead' | 'project' | 'member'

const EACH = 4

/** Records of every kind that the reader may see. */
export async function searchRecords(words: string, may: (permission: string) => boolean): Promise<Found[]> {
  const params = { query: { q: words, limit: EACH } }
  const asked = [
    may('customer.read') &&
      found('customer', client.GET('/customers', { params }), ({ number, name }) => ({ number, name })),
    may('inquiry.read') &&
      found('inquiry', client.GET('/inquiries', { params }), ({ number, title }) => ({
        number,
        name: title,
      })),
    may('lead.read') &&
      found('lead', client.GET('/leads', { params }), ({ number, title }) => ({ number, name: title })),
    may('project.read') &&
      found('project', client.GET('/projects', { params }), ({ number, name }) => ({ number, name })),
    may('member.read') &&
      found('member', client.GET('/members', { params }), ({ login, name }) => ({ number: login, name })),
  ]
  return (await Promise.all(asked)).flatMap((records) => records || [])
}

const PLACES: Record<Kind, string> = {
  customer: '/customers',
  inquiry: '/inquiries',
  lead: '/leads',
  project: '/projects',
  member: '/members',
}

async function found<Row extends { id: string }>(
  kind: Kind,
  asked: Promise<{ data?: { items: Row[] }; error?: unknown }>,
  words: (row: Row) => { number: string; name: string },
): Promise<Found[]> {
  const { items } = read(await asked)
  return items.map((row) => ({ kind, id: row.id, ...words(row), address: `${PLACES[kind]}/${row.id}` }))
}
