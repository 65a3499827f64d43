import i18next from 'i18next'

/** What stands between the words of a list in the reader's language. */
export const comma = () => (String(i18next.language).startsWith('en') ? ', ' : '、')
