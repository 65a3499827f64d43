import { LoadingOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCommands } from '~/ui/commands/commands'

interface Props {
  /** The act that goes on with the record, filled. */
  main: string | undefined
  /** The others, behind one button. */
  rest: string[]
  /** The act that is being done. */
  running: string | undefined
  nameOf: (act: string) => string
  run: (act: string) => void
}

/** What may be done with a project, at its head. A button is called by its act alone, also while the act is being done and after. */
export function HeadActs({ main, rest, running, nameOf, run }: Props) {
  const { t } = useTranslation()
  const items = rest.map((act) => ({ key: act, label: nameOf(act), onClick: () => run(act) }))
  useCommands([main !== undefined && { key: main, label: nameOf(main), onClick: () => run(main) }, ...items])
  return (
    <>
      {rest.length > 0 && (
        <Dropdown trigger={['click']} menu={{ items }}>
          <Button {...busy(running !== undefined && running !== main)}>{t('project.more')}</Button>
        </Dropdown>
      )}
      {main !== undefined && (
        <Button key={main} type="primary" {...busy(running === main)} onClick={() => run(main)}>
          {nameOf(main)}
        </Button>
      )}
    </>
  )
}

/** antd's own icon brings its English name into the button's, and stays there until its motion has ended. */
const busy = (now: boolean) => ({
  'aria-busy': now,
  loading: now && { icon: <LoadingOutlined aria-hidden aria-label={undefined} role="presentation" /> },
})
