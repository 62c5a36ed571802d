import {Box, render, Text} from 'ink'
import type {ReactElement} from 'react'
import type {Line} from './lines.ts'
import {painted, type Palette} from './palette.ts'
import {type Screen, standIn} from './screen.ts'

/** Some lines of the screen, each as the sign that stands for it. */
const Lines = ({places}: {readonly places: readonly number[]}): ReactElement => (
  <Box flexDirection="column">
    {places.map((place) => (
      <Text key={place}>{standIn(place)}</Text>
    ))}
  </Box>
)

/** Draws frames on a screen with Ink. A frame's lines were measured, cut and painted when they were made, and Ink would take every sign of them apart to put
 *  it together again: on 300 × 100 that is 30,000 objects and four fifths of the time of a key. So Ink lays out one sign for each line that is not on the
 *  screen yet, and the screen has the words it stands for. */
export const drawing = (
  screen: Screen,
  palette: Palette,
): {readonly draw: (lines: readonly Line[]) => void; readonly stop: () => void} => {
  const view = render(<Lines places={[]} />, {
    stdout: screen.stream,
    stderr: screen.stream,
    debug: true,
    patchConsole: false,
    exitOnCtrlC: false,
  })
  return {
    draw: (lines) => view.rerender(<Lines places={screen.awaits(lines.map((each) => painted(each, palette)))} />),
    stop: () => view.unmount(),
  }
}
