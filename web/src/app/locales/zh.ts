import parts from 'antd/locale/zh_CN'
import 'dayjs/locale/zh-cn'
import { merged } from './merged'

export const antd = parts
export const calendar = 'zh-cn'
export const texts = merged(import.meta.glob('./zh/*.json', { eager: true, import: 'default' }))
