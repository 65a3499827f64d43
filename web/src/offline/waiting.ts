const EVERY = 5_000

/** Shows the words in the reader's language: the one kept with the app, else the browser's. */
export function show(page: Document) {
  const language = chosen()
  for (const words of page.querySelectorAll<HTMLElement>('main [lang]'))
    words.hidden = words.lang !== language
  page.documentElement.lang = language
}

/** Asks every few seconds, when the network is back and on the button whether the server answers. */
export function returnWhenReached(go: () => void) {
  const ask = async () => {
    for (const state of document.querySelectorAll<HTMLElement>('.state')) state.hidden = navigator.onLine
    const answer = await fetch('/health', { cache: 'no-store' }).catch(() => undefined)
    if (answer?.ok) go()
  }
  for (const button of document.querySelectorAll('button')) button.addEventListener('click', ask)
  window.addEventListener('online', ask)
  window.addEventListener('offline', ask)
  setInterval(ask, EVERY)
  void ask()
}

function chosen(): string {
  const tags = [kept(), ...navigator.languages].filter((tag) => tag !== null)
  for (const tag of tags) {
    const lower = tag.toLowerCase()
    if (/^zh-(hant|tw|hk|mo)/.test(lower)) return 'zh-TW'
    if (lower.startsWith('zh')) return 'zh-CN'
    if (lower.startsWith('en')) return 'en-GB'
  }
  return 'zh-CN'
}

function kept(): string | null {
  try {
    return localStorage.getItem('xianji.language')
  } catch {
    return null
  }
}
