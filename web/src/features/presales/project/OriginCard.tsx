import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AttachmentsCard } from '~/features/engage/AttachmentsCard'
import { inquiryQuery, messagesQuery } from '~/features/engage/inquiry/api'
import { Thread } from '~/features/engage/inquiry/Thread'
import { Card } from '~/ui/Card'

/** The conversation and the files of the inquiry that a project came from, for those who see that inquiry. */
export function OriginCard({ inquiry }: { inquiry: { id: string; number: string } }) {
  const { t } = useTranslation()
  const { data: origin } = useQuery({ ...inquiryQuery(inquiry.id), retry: false })
  const { data: said } = useQuery({
    ...messagesQuery(inquiry.id),
    retry: false,
    enabled: origin !== undefined,
  })
  if (origin === undefined) return null
  return (
    <>
      <Card
        title={t('project.fromInquiry')}
        extra={
          <Link to="/inquiries/$id" params={{ id: inquiry.id }}>
            {inquiry.number}
          </Link>
        }
        flush
      >
        <Thread messages={said?.items ?? []} />
      </Card>
      <AttachmentsCard kind="inquiry" id={inquiry.id} canAdd={false} />
    </>
  )
}
