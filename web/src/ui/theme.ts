import { theme as antd, type ThemeConfig } from 'antd'

export type Appearance = 'light' | 'dark'

/** Every colour of the product. Nothing outside this file names one. */
const palettes = {
  light: {
    accent: '#0d7a73',
    accentOver: '#0a635e',
    onAccent: '#ffffff',
    accentSoft: '#eaf5f4',
    page: '#f5f6f7',
    card: '#ffffff',
    band: '#f0f3f4',
    line: '#e6e8ea',
    control: '#d3d8dc',
    text: '#1c2326',
    muted: '#5c686e',
    late: '#c8372d',
    near: '#a26000',
    kept: '#1a7f37',
    lateSoft: '#fdf0ef',
    nearSoft: '#fef9f0',
    keptSoft: '#eef8f1',
    shadow: '0 8px 28px rgb(0 0 0 / 14%)',
  },
  dark: {
    accent: '#3fb7ad',
    accentOver: '#63cbc2',
    onAccent: '#0b1a19',
    accentSoft: '#173130',
    page: '#0f1214',
    card: '#171b1e',
    band: '#1e2428',
    line: '#2a3035',
    control: '#3b444a',
    text: '#e8ebed',
    muted: '#9aa6ad',
    late: '#ff7b70',
    near: '#e3a341',
    kept: '#56c172',
    lateSoft: '#3a201e',
    nearSoft: '#352a16',
    keptSoft: '#18301f',
    shadow: '0 8px 28px rgb(0 0 0 / 52%)',
  },
}

export type Palette = (typeof palettes)['light']
export const paletteOf = (appearance: Appearance): Palette => palettes[appearance]

export const sizes = {
  body: 14,
  title: 20,
  section: 15.5,
  secondary: 12.5,
  figure: 26,
  cardRadius: 10,
  controlRadius: 7,
  sideBar: 212,
  topBar: 53,
  content: 1440,
  gap: 16,
  phone: 768,
  /** What a thumb hits. */
  touch: 44,
}

interface Device {
  /** Worked with a thumb. */
  phone: boolean
  /** Nothing moves. */
  still: boolean
}

/** The tokens of Ant Design's parts, made of ours. */
export function themeOf(appearance: Appearance, { phone, still }: Device): ThemeConfig {
  const p = palettes[appearance]
  const derive = appearance === 'dark' ? antd.darkAlgorithm : antd.defaultAlgorithm
  // The dark derivation dims these; ours are chosen for their contrast and hold as they are.
  const exact = {
    colorPrimary: p.accent,
    // What is derived is too light for the words on it.
    colorPrimaryHover: p.accentOver,
    colorPrimaryActive: p.accentOver,
    colorLinkHover: p.accentOver,
    colorLink: p.accent,
    colorInfo: p.accent,
    colorError: p.late,
    colorWarning: p.near,
    colorSuccess: p.kept,
  }
  return {
    algorithm: (seed) => ({ ...derive(seed), ...exact }),
    token: {
      ...exact,
      colorPrimaryBg: p.accentSoft,
      colorPrimaryBgHover: p.accentSoft,
      colorInfoBg: p.accentSoft,
      colorErrorBg: p.lateSoft,
      colorErrorBgHover: p.lateSoft,
      colorErrorBorder: p.late,
      colorWarningBg: p.nearSoft,
      colorWarningBgHover: p.nearSoft,
      colorWarningBorder: p.near,
      colorSuccessBg: p.keptSoft,
      colorSuccessBgHover: p.keptSoft,
      controlItemBgActive: p.accentSoft,
      controlItemBgActiveHover: p.accentSoft,
      controlItemBgHover: p.band,
      colorTextBase: p.text,
      colorText: p.text,
      colorTextSecondary: p.muted,
      colorTextTertiary: p.muted,
      colorTextDescription: p.muted,
      colorTextPlaceholder: p.muted,
      colorBgLayout: p.page,
      colorBgContainer: p.card,
      colorBgElevated: p.card,
      colorBorder: p.control,
      colorBorderSecondary: p.line,
      colorSplit: p.line,
      colorTextLightSolid: p.onAccent,
      borderRadius: sizes.controlRadius,
      borderRadiusLG: sizes.cardRadius,
      fontSize: sizes.body,
      fontSizeSM: sizes.secondary,
      fontFamily:
        '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", -apple-system, "Segoe UI", Roboto, sans-serif',
      controlHeight: phone ? sizes.touch : 32,
      ...(phone && { controlHeightSM: sizes.touch }),
      motion: !still,
      // What is being done can still be read.
      opacityLoading: 1,
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        fontWeight: 500,
        ...(phone && { paddingInlineSM: 12 }),
      },
      Card: { headerFontSize: sizes.section },
      Rate: { starColor: p.near },
      Table: {
        headerBorderRadius: 0,
        headerBg: p.band,
        headerColor: p.muted,
        fontSize: sizes.body,
        cellPaddingBlock: 10,
      },
      ...(phone && { Switch: { trackHeight: 28, trackMinWidth: 52, handleSize: 24 } }),
      Tag: { defaultBg: p.band, defaultColor: p.text },
      Tooltip: { colorBgSpotlight: p.text, colorTextLightSolid: p.card },
    },
  }
}

/** The same colours and sizes as custom properties, for `ui/base.css`. */
export function cssVariables(appearance: Appearance): Record<string, string> {
  const colours = Object.entries(palettes[appearance]).map(([name, value]) => [`--x-${dashed(name)}`, value])
  const lengths = Object.entries(sizes).map(([name, value]) => [`--x-${dashed(name)}`, `${value}px`])
  return Object.fromEntries([...colours, ...lengths])
}

const dashed = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
