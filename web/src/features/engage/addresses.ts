/** Pages of records that other features keep. */
export const projectAddress = (id: string): string => `/projects/${id}`
