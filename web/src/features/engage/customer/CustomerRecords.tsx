import { useTranslation } from 'react-i18next'
import { client, read } from '~/api/client'
import { InstantText } from '~/ui/InstantText'
import { MoneyText } from '~/ui/MoneyText'
import { StateTag } from '~/ui/StateTag'
import { projectAddress } from '../addresses'
import { InquiryStateTag } from '../inquiry/InquiryTags'
import { RelatedCard } from '../RelatedCard'

const ofCustomer = (id: string) => JSON.stringify({ field: 'customer', op: 'eq', value: id })

export function CustomerInquiries({ id }: { id: string }) {
  const { t } = useTranslation()
  const load = async (cursor: string | undefined) => {
    const query = { filter: ofCustomer(id), limit: 50, ...(cursor === undefined ? {} : { cursor }) }
    const { items, next } = read(await client.GET('/inquiries', { params: { query } }))
    const rows = items.map((inquiry) => ({
      id: inquiry.id,
      number: inquiry.number,
      name: inquiry.title,
      address: `/inquiries/${inquiry.id}`,
      note: (
        <>
          <InquiryStateTag inquiry={inquiry} />
          <InstantText at={inquiry.received_at} day />
        </>
      ),
    }))
    return { items: rows, next: next ?? null }
  }
  return (
    <RelatedCard
      title={t('customer.tab.inquiries')}
      name={['inquiries', 'of-customer', id]}
      load={load}
      empty={{ title: t('customer.noInquiries.title'), detail: t('customer.noInquiries.detail') }}
    />
  )
}

export function CustomerProjects({ id }: { id: string }) {
  const { t } = useTranslation()
  const load = async (cursor: string | undefined) => {
    const query = { filter: ofCustomer(id), limit: 50, ...(cursor === undefined ? {} : { cursor }) }
    const { items, next } = read(await client.GET('/projects', { params: { query } }))
    const rows = items.map((project) => ({
      id: project.id,
      number: project.number,
      name: project.name,
      address: projectAddress(project.id),
      note: (
        <>
          <StateTag>{project.stage_name}</StateTag>
          <MoneyText money={project.amount} short />
        </>
      ),
    }))
    return { items: rows, next: next ?? null }
  }
  return (
    <RelatedCard
      title={t('customer.tab.projects')}
      name={['projects', 'of-customer', id]}
      load={load}
      empty={{ title: t('customer.noProjects.title'), detail: t('customer.noProjects.detail') }}
    />
  )
}
