import { convertCssVariables, createTheme, DEFAULT_THEME, defaultCssVariablesResolver, defaultVariantColorsResolver, mergeMantineTheme, type CSSVariablesResolver } from '@mantine/core'

// Mantine's colours follow our tokens (tokens.css), so there is one palette, and it changes with the scheme in CSS alone.
const accent = ['#e8eefc', '#d3defa', '#a9bff5', '#7d9ef0', '#5681ea', '#3b6be4', '#1f4fd8', '#1a45c0', '#153aa6', '#102d85'] as const

/** The theme behind the window. After a change run `npm run mantine-vars`: the variables are written ahead, never injected. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 6 },
  colors: { accent },
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font-mono)',
  fontSizes: { xs: '12px', sm: '13px', md: '13px', lg: '14px', xl: '16px' },
  lineHeights: { xs: '1.4', sm: '1.5', md: '1.5', lg: '1.5', xl: '1.5' },
  fontWeights: { regular: '400', medium: '600', bold: '650' },
  headings: { fontFamily: 'var(--font)', fontWeight: '650' },
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'md',
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  // White on the dark scheme's light blue would not be readable.
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input)
    const isAccent = input.variant === 'filled' && (input.color === undefined || input.color === 'accent')
    return isAccent ? { ...colors, color: 'var(--accent-ink)' } : colors
  },
  respectReducedMotion: true,
  cursorType: 'pointer',
  // lockScroll injects a style tag, which the content security policy refuses.
  components: {
    Modal: { defaultProps: { lockScroll: false, transitionProps: { duration: 0 }, overlayProps: { backgroundOpacity: 0.35 }, centered: true, padding: 20 } },
    Drawer: { defaultProps: { lockScroll: false, transitionProps: { duration: 0 }, position: 'right' } },
    Spotlight: { defaultProps: { lockScroll: false, transitionProps: { duration: 0 } } },
    SpotlightRoot: { defaultProps: { lockScroll: false, transitionProps: { duration: 0 } } },
    Menu: { defaultProps: { transitionProps: { duration: 0 }, shadow: 'md' } },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 0 } } },
    Popover: { defaultProps: { transitionProps: { duration: 0 } } },
    Select: { defaultProps: { size: 'sm', comboboxProps: { transitionProps: { duration: 0 } } } },
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm' } },
  },
})

const fromTokens = {
  '--mantine-color-body': 'var(--bg)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--muted)',
  '--mantine-color-placeholder': 'var(--muted)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-error': 'var(--danger)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
  '--mantine-primary-color-light': 'var(--accent-soft)',
  '--mantine-primary-color-light-hover': 'var(--accent-soft)',
  '--mantine-primary-color-light-color': 'var(--accent)',
  '--mantine-primary-color-contrast': 'var(--accent-ink)',
  '--mantine-color-accent-filled': 'var(--accent)',
  '--mantine-color-accent-filled-hover': 'var(--accent-hover)',
  '--mantine-color-accent-light': 'var(--accent-soft)',
  '--mantine-color-accent-light-hover': 'var(--accent-soft)',
  '--mantine-color-accent-light-color': 'var(--accent)',
  '--mantine-color-accent-outline': 'var(--accent)',
  '--mantine-color-accent-text': 'var(--accent)',
  '--mantine-primary-color-text': 'var(--accent)',
  '--mantine-color-orange-light': 'var(--warn-soft)',
  '--mantine-color-orange-light-hover': 'var(--warn-soft)',
  '--mantine-color-orange-light-color': 'var(--warn)',
}

const resolveVariables: CSSVariablesResolver = (merged) => {
  const base = defaultCssVariablesResolver(merged)
  return { variables: base.variables, light: { ...base.light, ...fromTokens }, dark: { ...base.dark, ...fromTokens } }
}

/** The text of mantine-vars.css: every variable Mantine's own style sheets read. */
export function mantineVariables(): string {
  return `${convertCssVariables(resolveVariables(mergeMantineTheme(DEFAULT_THEME, theme)), ':root')}\n`
}
