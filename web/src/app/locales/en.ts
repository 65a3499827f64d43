import parts from 'antd/locale/en_GB'
import 'dayjs/locale/en-gb'
import { merged } from './merged'

export const antd = parts
export const calendar = 'en-gb'
export const texts = merged(import.meta.glob('./en/*.json', { eager: true, import: 'default' }))
