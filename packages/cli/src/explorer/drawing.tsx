import {Box, render, Text} from 'ink'
import type {ReactElement} from 'react'
import type {Line} from './lines.ts'
import {painted, type Palette} from './palette.ts'
import type {Screen} from './screen.ts'

const Frame = ({lines, palette}: {readonly lines: readonly Line[]; readonly palette: Palette}): ReactElement => (
  <Box flexDirection="column">
    {lines.map((each, at) => (
      // A line is its place on the screen: nothing else tells two blank ones apart.
      // oxlint-disable-next-line react/no-array-index-key
      <Text key={at} wrap="truncate-end">
        {painted(each, palette) || ' '}
      </Text>
    ))}
  </Box>
)

/** Draws frames on a screen with Ink. */
export const drawing = (
  screen: Screen,
  palette: Palette,
): {readonly draw: (lines: readonly Line[]) => void; readonly stop: () => void} => {
  const view = render(<Frame lines={[]} palette={palette} />, {
    stdout: screen.stream,
    stderr: screen.stream,
    debug: true,
    patchConsole: false,
    exitOnCtrlC: false,
  })
  return {
    draw: (lines) => view.rerender(<Frame lines={lines} palette={palette} />),
    stop: () => view.unmount(),
  }
}
