export interface Section {
  key: string
  address: string
  /** Any of these opens it. */
  anyOf: readonly string[]
}

/** The rooms of the administration, in the order in which a new company needs them. */
export const sections: readonly Section[] = [
  { key: 'company', address: '/company', anyOf: ['setting.update'] },
  { key: 'rates', address: '/rates', anyOf: ['setting.update'] },
  { key: 'holidays', address: '/holidays', anyOf: ['setting.update'] },
  { key: 'policies', address: '/policies', anyOf: ['policy.read', 'policy.publish', 'policy.adopt'] },
  { key: 'departments', address: '/departments', anyOf: ['department.create', 'department.update'] },
  { key: 'members', address: '/members', anyOf: ['member.read', 'member.create', 'member.update'] },
  { key: 'positions', address: '/positions', anyOf: ['policy.read', 'policy.publish', 'position.assign'] },
  { key: 'imports', address: '/imports', anyOf: ['import_run.read'] },
  { key: 'jobs', address: '/jobs', anyOf: ['job.read'] },
  { key: 'ledger', address: '/ledger', anyOf: ['ledger.read'] },
]

/** The sections that somebody with these rights may enter. */
export function openSections(may: (permission: string) => boolean): readonly Section[] {
  return sections.filter(({ anyOf }) => anyOf.some(may))
}
