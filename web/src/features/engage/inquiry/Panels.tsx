import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '~/api/session'
import { projectAddress } from '../addresses'
import { CreateCustomerDialog } from '../customer/CustomerDialog'
import { OfferDialog } from '../handover/OfferDialog'
import { type Inquiry, useMatchInquiry } from './api'
import { CloseDialog } from './CloseDialog'
import { ConvertDialog } from './ConvertDialog'
import {
  AssessDialog,
  AssignDialog,
  ClassifyDialog,
  EditDialog,
  FollowUpDialog,
  MatchDialog,
  ReassignDialog,
} from './dialogs'

interface Props {
  inquiry: Inquiry
  /** The open panel, as the address says. */
  panel: string | undefined
  onPanel: (panel: string) => void
  onClose: () => void
}

/** The sheet that the address asks for, if the reader may do what it is for. */
export function Panels({ inquiry, panel, onPanel, onClose }: Props) {
  const may = useMay()
  const navigate = useNavigate()
  const match = useMatchInquiry()
  const [made, setMade] = useState<string | null>(null)
  const { can } = inquiry
  const same = { inquiry, onDone: onClose }
  switch (panel) {
    case 'classify':
      return can.classify && <ClassifyDialog {...same} />
    case 'assess':
      return can.assess && <AssessDialog {...same} />
    case 'edit':
      return can.update && <EditDialog {...same} />
    case 'match':
      return (
        can.match && (
          <MatchDialog
            {...same}
            onCreate={may('customer.create') ? () => onPanel('new-customer') : undefined}
          />
        )
      )
    case 'new-customer':
      // The file is open, but the inquiry is not matched to it: what stands in the way is said where it can be tried again.
      if (made !== null) return can.match && <MatchDialog {...same} first={made} problem={match.error} />
      return (
        can.match &&
        may('customer.create') && (
          <CreateCustomerDialog
            initial={{ name: inquiry.sender_company ?? inquiry.sender_name ?? '' }}
            onDone={({ id }) =>
              match.mutate(
                { params: { path: { id: inquiry.id } }, body: { customer_id: id } },
                { onSuccess: onClose, onError: () => setMade(id) },
              )
            }
            onCancel={onClose}
          />
        )
      )
    case 'assign':
      return can.assign && <AssignDialog {...same} />
    case 'reassign':
      return can.reassign && <ReassignDialog {...same} />
    case 'close':
      return can.close && <CloseDialog {...same} onMatch={() => onPanel('match')} />
    case 'follow-up':
      return can.follow_up && <FollowUpDialog {...same} />
    case 'hand-over':
      return can.hand_over && <OfferDialog {...same} />
    case 'convert':
      return (
        can.convert &&
        may('project.create') && (
          <ConvertDialog
            from={{ inquiry: inquiry.id }}
            name={inquiry.title}
            goal={inquiry.aim}
            onDone={(project) => navigate({ to: projectAddress(project) })}
            onCancel={onClose}
          />
        )
      )
    default:
      return null
  }
}
