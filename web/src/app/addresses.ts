/** An address inside this product, or undefined: nobody is led away after logging in. */
export function localPath(address: unknown): string | undefined {
  if (typeof address !== 'string' || !address.startsWith('/')) return undefined
  const { origin } = window.location
  try {
    const url = new URL(address, origin)
    return url.origin === origin && url.pathname !== '/login'
      ? `${url.pathname}${url.search}${url.hash}`
      : undefined
  } catch {
    return undefined
  }
}
