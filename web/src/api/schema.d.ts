// Written by hand in the generator's shape until openapi/openapi.json exists; `npm run api` replaces it.

export interface paths {
  '/session': {
    get: operations['session.read']
    post: operations['session.open']
    delete: operations['session.close']
  }
  '/workbench': { get: operations['workbench.read'] }
}

export interface components {
  schemas: {
    Session: {
      member: { id: string; name: string; language: string }
      department: { id: string; name: string } | null
      permissions: string[]
      company: { name: string; zone: string; currency: string }
    }
    LogIn: { login: string; password: string; stay: boolean }
    SubjectRef: { kind: string; id: string; number: string | null; title: string; address: string }
    ActionRef: { label: string; address: string }
    DueItem: {
      id: string
      rule: string
      name: string
      state: string
      due_at: string | null
      overdue: boolean
      why: string | null
      subject: components['schemas']['SubjectRef']
      action: components['schemas']['ActionRef'] | null
    }
    WorkbenchRecord: {
      id: string
      number: string
      name: string
      state: string
      next_step: string | null
      address: string
    }
    Workbench: {
      obligations: components['schemas']['DueItem'][]
      approvals: components['schemas']['DueItem'][]
      inquiries: components['schemas']['WorkbenchRecord'][]
      projects: components['schemas']['WorkbenchRecord'][]
    }
    Problem: {
      type?: string
      status: number
      code: string
      title: string
      detail?: string
      errors?: { pointer: string; code: string; detail: string }[]
    }
  }
}

interface Answer<Status extends number, Body> {
  parameters: { query?: never; header?: never; path?: never; cookie?: never }
  requestBody?: never
  responses: { [status in Status]: { headers: Record<string, unknown>; content: { 'application/json': Body } } } & {
    default: { headers: Record<string, unknown>; content: { 'application/problem+json': components['schemas']['Problem'] } }
  }
}

export interface operations {
  'session.read': Answer<200, components['schemas']['Session']>
  'session.open': Omit<Answer<200, components['schemas']['Session']>, 'requestBody'> & {
    requestBody: { content: { 'application/json': components['schemas']['LogIn'] } }
  }
  'session.close': Answer<204, never>
  'workbench.read': Answer<200, components['schemas']['Workbench']>
}
