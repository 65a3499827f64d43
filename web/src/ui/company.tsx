import { createContext, useContext } from 'react'

export interface Company {
  name: string
  /** IANA name. Every time on the screen is this zone's, wherever its reader is. */
  zone: string
  currency: string
}

const Context = createContext<Company>({ name: '', zone: 'Asia/Shanghai', currency: 'CNY' })

export const CompanyProvider = Context.Provider
export const useCompany = () => useContext(Context)
