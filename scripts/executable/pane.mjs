// A terminal to try a program in: a window of tmux with a server of its own.
import {spawnSync} from 'node:child_process'

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** What `find` finds, asked again and again until it finds something; throws, naming what was awaited, when it takes too long. */
export const awaited = async (what, find, seconds = 60) => {
  const until = performance.now() + seconds * 1000
  for (;;) {
    const found = find()
    if (found) return found
    if (performance.now() > until) throw new Error(`Waited ${seconds} seconds for ${what}.`)
    await wait(200)
  }
}

let opened = 0

const begun = (line, record) => (record ? `until [ -e '${record}' ]; do sleep 0.1; done; ${line}` : line)

/** Runs a line of shell in a terminal of 100 columns and 30 lines. What is written to it is also put into `record`, if that is a path. */
export const pane = (line, {cwd, env, record = null}) => {
  const name = `hedgerow-${process.pid}-${opened++}`
  const tmux = (...words) => spawnSync('tmux', ['-L', name, ...words], {cwd, env, encoding: 'utf8'})
  tmux('-f', '/dev/null', 'new-session', '-d', '-x', '100', '-y', '30', `${begun(line, record)}; sleep 600`)
  if (record) tmux('pipe-pane', `cat > '${record}'`)
  return {
    press: (key) => tmux('send-keys', key),
    screen: () => tmux('capture-pane', '-p').stdout.replace(/\s+$/u, ''),
    close: () => tmux('kill-server'),
  }
}
