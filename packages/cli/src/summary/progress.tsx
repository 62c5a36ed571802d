import {Box, Text} from 'ink'
import type {ReactElement} from 'react'
import {bar, type ProgressState} from './state.ts'

const barWidth = 24

/** One line while the work goes on. */
export const ProgressLine = ({
  state,
  color,
}: {
  readonly state: ProgressState
  readonly color: boolean
}): ReactElement => (
  <Box>
    <Text {...(color ? {color: 'green'} : {})}>{bar(state.share, barWidth)}</Text>
    <Text> {state.words} </Text>
    <Text wrap="truncate-middle" dimColor={color}>
      {state.current}
    </Text>
  </Box>
)
