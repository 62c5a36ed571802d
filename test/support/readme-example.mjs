const pattern = /^```js\n([^]*?)^```\n\nprints\n\n```text\n([^]*?)^```$/mu

/** The program that a readme shows, and what the readme says it prints; null for a readme without one. */
export const readmeExample = (readme) => {
  const [, code, printed] = pattern.exec(readme) ?? []
  return code === undefined ? null : {code, printed}
}
