import {Box, render, Text, Transform} from 'ink'
import type {ReactElement} from 'react'
import type {Line} from './lines.ts'
import {painted, type Palette} from './palette.ts'
import type {Screen} from './screen.ts'

/** Some lines of the screen, each painted. A frame's lines were measured and cut when they were made: to Ink's layout each is a blank, so that it does not
 *  measure them again, which takes as long as all the rest. */
const Lines = ({lines}: {readonly lines: readonly (readonly [place: number, words: string])[]}): ReactElement => (
  <Box flexDirection="column">
    {lines.map(([place, words]) => (
      <Transform key={place} transform={() => words}>
        <Text> </Text>
      </Transform>
    ))}
  </Box>
)

/** Draws frames on a screen with Ink. Ink is given only the lines that are not on the screen yet: it takes every sign of what it draws apart, which takes
 *  most of the time of a key on a large screen. */
export const drawing = (
  screen: Screen,
  palette: Palette,
): {readonly draw: (lines: readonly Line[]) => void; readonly stop: () => void} => {
  const view = render(<Lines lines={[]} />, {
    stdout: screen.stream,
    stderr: screen.stream,
    debug: true,
    patchConsole: false,
    exitOnCtrlC: false,
  })
  return {
    draw: (lines) => {
      const words = lines.map((each) => painted(each, palette) || ' ')
      const places = screen.awaits(words)
      view.rerender(<Lines lines={places.map((place) => [place, words[place] as string])} />)
    },
    stop: () => view.unmount(),
  }
}
