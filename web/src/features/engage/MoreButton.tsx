import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './engage.module.css'

interface Props {
  pages: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown }
}

/** There is more than is shown. */
export function MoreButton({ pages }: Props) {
  const { t } = useTranslation()
  if (!pages.hasNextPage) return null
  return (
    <p className={styles.more}>
      <Button loading={pages.isFetchingNextPage} onClick={() => pages.fetchNextPage()}>
        {t('list.more')}
      </Button>
    </p>
  )
}
