import parts from 'antd/locale/zh_TW'
import 'dayjs/locale/zh-tw'
import { merged } from './merged'

export const antd = parts
export const calendar = 'zh-tw'
export const texts = merged(import.meta.glob('./zh-Hant/*.json', { eager: true, import: 'default' }))
