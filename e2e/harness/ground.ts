import { type APIRequestContext, request } from '@playwright/test'
import { password, people, type Who } from './people.ts'
import type { Xianji } from './xianji.ts'

/** Addresses of records that stand there, one of each kind that has a page. */
export type Ground = Readonly<Record<Standing, string>>

type Standing =
  | 'customer'
  | 'contact'
  | 'inquiry'
  | 'interaction'
  | 'handover'
  | 'lead'
  | 'project'
  | 'initiation'
  | 'task'
  | 'milestone'
  | 'obligation'
  | 'approval'
  | 'export'
  | 'shared'
  | 'response'
  | 'policy'
  | 'member'
  | 'department'
  | 'control'

/** Walks one record of each kind there, behind the screen, by the people whose steps they are. */
export async function walkGround(xianji: Xianji): Promise<Ground> {
  const hands: APIRequestContext[] = []
  const as = async (who: Who): Promise<Hand> => {
    const context = await request.newContext({ baseURL: xianji.address })
    hands.push(context)
    const hand = new Hand(context)
    await hand.post('/session', { login: people[who], password, stay: false })
    return hand
  }
  const [sales, manager, executive, desk, admin] = await Promise.all([
    as('sales'),
    as('salesManager'),
    as('executive'),
    as('deskLead'),
    as('administrator'),
  ])
  const at = (place: string, { id }: Made) => `/${place}/${id}`

  const customer = await sales.post('/customers', { name: '江城水务集团有限公司', kind: 'company', industry: '水务' })
  const contact = await sales.post(`/customers/${customer.id}/contacts`, {
    name: '叶旸',
    position: '信息中心主任',
    mobile: '13907126655',
  })
  const interaction = await sales.post('/interactions', {
    customer_id: customer.id,
    kind: 'visit',
    happened_at: new Date(Date.now() - 3_600_000).toISOString(),
    content: '介绍平台架构与同类案例',
    next_action: '补充报价',
  })
  const lead = await sales.post('/leads', { title: '水务在线监测需求', customer_id: customer.id })
  const project = await sales.post('/projects', {
    name: '江城水务管网漏损监测平台',
    kind: 'integration',
    customer: customer.id,
    amount: { amount: 2_500_000_000, currency: 'CNY' },
  })
  const initiation = await sales.post(`/projects/${project.id}/initiations`, {})
  const task = await sales.post(`/projects/${project.id}/tasks`, { title: '现场勘察' })
  const milestone = await sales.post(`/projects/${project.id}/milestones`, { title: '方案评审', due_on: '2030-06-28' })

  const own = await desk.post('/customers', { name: '云山自来水有限公司', kind: 'company' })
  const inquiry = await desk.post('/inquiries', {
    channel: 'phone',
    title: '流量计选型',
    question: 'DN300 管道用哪种流量计合适？',
    customer_id: own.id,
  })
  await desk.post(`/inquiries/${inquiry.id}/take`, {})
  await desk.post(`/inquiries/${inquiry.id}/reply`, { body: '建议电磁流量计。', source: '产品手册 3.2 节' })
  const handover = await desk.post(`/inquiries/${inquiry.id}/handovers`, {
    to: (await sales.get('/session')).member.id,
    intent: 'high',
    summary: '年内采购',
  })

  const run = await sales.post(`/customers/${customer.id}/share`, {
    recipient: '江南集成',
    reason: 'tender',
    ends_on: inDays(5),
  })
  const owed = await sales.get('/workbench')
  await sales.post(`/obligations/${first(owed.obligations).id}/waive`, { words: '框架协议下的续签' })
  const asked = await sales.get('/approvals')
  for (const { id } of asked.items.filter(({ part }) => part === 'sharing')) {
    for (const hand of [manager, executive]) await hand.tryPost(`/approvals/${id}/approve`, {})
  }
  const link = (await sales.tryPost(`/exports/${run.id}/make`, {}))?.link ?? undefined
  const { published } = await admin.get('/policies')
  const { items: members } = await admin.get('/members')
  const { items: departments } = await admin.get('/departments')
  const { controls } = await executive.get('/compliance')

  const ground = {
    customer: at('customers', customer),
    contact: at('contacts', contact),
    inquiry: at('inquiries', inquiry),
    interaction: at('interactions', interaction),
    handover: at('handovers', handover),
    lead: at('leads', lead),
    project: at('projects', project),
    initiation: at('initiations', initiation),
    task: at('tasks', task),
    milestone: at('milestones', milestone),
    obligation: at('obligations', first(owed.obligations)),
    approval: at('approvals', first(asked.items)),
    export: at('exports', run),
    shared: link === undefined ? '/p/shared/gone' : new URL(link).pathname,
    response: '/p/response/gone',
    policy: at('policies', first(published)),
    member: at('members', first(members)),
    department: at('departments', first(departments)),
    control: at('compliance/controls', first(controls)),
  }
  await Promise.all(hands.map((hand) => hand.dispose()))
  return ground
}

function first(made: readonly Made[]): Made {
  const [one] = made
  if (one === undefined) throw new Error('there is none')
  return one
}

interface Made {
  id: string
}

/** What is looked at in any answer. */
interface Answer extends Made {
  member: Made
  items: (Made & { part?: string })[]
  obligations: Made[]
  published: Made[]
  controls: Made[]
  link?: string | null
}

/** Somebody's requests. */
class Hand {
  constructor(private readonly context: APIRequestContext) {}

  async get(path: string): Promise<Answer> {
    return (await this.context.get(`/api/v1${path}`)).json()
  }

  async post(path: string, data: unknown): Promise<Answer> {
    const answer = await this.context.post(`/api/v1${path}`, { data })
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
    return answer.json()
  }

  /** Nothing where it was refused: whose decision it is, the pack says. */
  async tryPost(path: string, data: unknown): Promise<Answer | undefined> {
    const answer = await this.context.post(`/api/v1${path}`, { data })
    return answer.ok() ? answer.json() : undefined
  }
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
