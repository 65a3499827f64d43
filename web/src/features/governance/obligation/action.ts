/** The form that an obligation's address asks for: `/projects/x?form=weekly-report`. */
export function formOf(address: string | null | undefined): string | undefined {
  if (!address) return undefined
  return new URL(address, 'http://here').searchParams.get('form') ?? undefined
}
