import { Modal, Switch } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { KeyCaps } from './KeyCaps'
import styles from './KeysDialog.module.css'
import { chooseSingleKeys, useSingleKeys } from './singleKeys'

export interface KeyGroup {
  name: string
  keys: readonly { keys: string; name: string }[]
}

interface Props {
  groups: readonly KeyGroup[]
  onClose: () => void
}

/** Which key does what, and the switch for those that are struck alone. Shown by rendering it. */
export default function KeysDialog({ groups, onClose }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const single = useSingleKeys()
  return (
    <Modal open title={t('keys.title')} footer={null} width={640} onCancel={onClose}>
      <div className={styles.groups}>
        {groups.map(({ name, keys }) => (
          <section key={name}>
            <h2 className={styles.name}>{name}</h2>
            <dl className={styles.keys}>
              {keys.map((one) => (
                <div key={one.keys} className={styles.line}>
                  <dt>{one.name}</dt>
                  <dd>
                    <KeyCaps keys={one.keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className={styles.single}>
        <label htmlFor={id}>{t('keys.single')}</label>
        <Switch id={id} checked={single} onChange={chooseSingleKeys} />
      </p>
    </Modal>
  )
}
