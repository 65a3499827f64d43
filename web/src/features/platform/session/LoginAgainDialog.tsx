import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { loginAgain } from '~/api/fetching'
import type { Session } from '~/api/session'
import { LoginForm } from './LoginForm'

/** Asks for the log-in again where its person stands. Somebody else starts from a fresh page. */
export default function LoginAgainDialog({ memberId }: { memberId: string }) {
  const { t } = useTranslation()
  const goOn = (session: Session) => {
    if (session.member.id === memberId) loginAgain.given()
    else window.location.assign('/')
  }
  const leave = () => {
    loginAgain.refused()
    window.location.assign(
      `/login?back=${encodeURIComponent(window.location.pathname + window.location.search)}`,
    )
  }
  return (
    <Modal
      open
      title={t('session.ended')}
      footer={null}
      onCancel={leave}
      mask={{ closable: false }}
      width={420}
    >
      <p className="x-muted">{t('session.kept')}</p>
      <LoginForm onDone={goOn} />
    </Modal>
  )
}
