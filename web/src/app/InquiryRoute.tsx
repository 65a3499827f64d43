import { InquiryPage } from '~/features/engage/inquiry/InquiryPage'
import { SurveysCard } from '~/features/service/survey/SurveysCard'

/** An inquiry, with what its customer was asked after it was closed. */
export function InquiryRoute() {
  return <InquiryPage after={(id) => <SurveysCard kind="inquiry" id={id} />} />
}
