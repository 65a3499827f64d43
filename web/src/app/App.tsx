import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { ConfigProvider } from 'antd'
import { useLayoutEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { queryClient } from '~/api/client'
import { cssVariables, themeOf } from '~/ui/theme'
import { usePhone } from '~/ui/usePhone'
import { useStill } from '~/ui/useStill'
import { partsLocale } from './i18n'
import { useAppearance } from './preferences'
import { router } from './router'

export function App() {
  const { i18n } = useTranslation()
  const appearance = useAppearance()
  const device = { phone: usePhone(), still: useStill() }
  const locale = partsLocale(i18n.language)

  useLayoutEffect(() => {
    const { style } = document.documentElement
    for (const [name, value] of Object.entries(cssVariables(appearance))) style.setProperty(name, value)
    style.colorScheme = appearance
  }, [appearance])

  return (
    <ConfigProvider theme={themeOf(appearance, device)} button={{ autoInsertSpace: false }} locale={locale}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ConfigProvider>
  )
}
