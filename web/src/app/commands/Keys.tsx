import { useTranslation } from 'react-i18next'
import { useMay } from '~/api/session'
import KeysDialog from '~/ui/keys/KeysDialog'
import { isOpen, places } from '../places'

/** The list of keys, with the places that this reader may enter. */
export default function Keys({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const may = useMay()
  const line = (keys: string, name: string) => ({ keys, name })
  return (
    <KeysDialog
      onClose={onClose}
      groups={[
        {
          name: t('keys.everywhere'),
          keys: [line('mod+k', t('command.title')), line('?', t('keys.title')), line('Esc', t('keys.close'))],
        },
        {
          name: t('keys.list'),
          keys: [
            line('j', t('keys.down')),
            line('k', t('keys.up')),
            line('Enter', t('keys.open')),
            line('Space', t('keys.select')),
          ],
        },
        {
          name: t('keys.go'),
          keys: [
            ...places
              .filter((place) => isOpen(place, may))
              .map(({ key, letter }) => line(`g ${letter}`, t(`place.${key}`))),
            line('g n', t('notification.title')),
          ],
        },
      ]}
    />
  )
}
