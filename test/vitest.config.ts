import {fileURLToPath} from 'node:url'
import {defineConfig} from 'vitest/config'

const conditions = ['hedgerow-source', 'node', 'import', 'module', 'default']

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  resolve: {conditions},
  ssr: {resolve: {conditions}},
  test: {
    include: ['packages/*/src/**/*.test.{ts,tsx}', 'packages/*/test/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    testTimeout: 20_000,
    reporters: ['default', fileURLToPath(new URL('./closing-line.ts', import.meta.url))],
    server: {deps: {inline: [/@hedgerow\//]}},
  },
})
