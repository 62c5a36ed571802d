const prompt =
  /^\s*[[<(]?\s*(?:please )?(?:click|tap|choose|select|enter|type|pick)\b[^.]{0,60}?\b(?:here|text|item|date|option|one|from|building block|value|response|answer)\b.{0,30}$/iu

/** Whether a text in a place to fill in only asks for an answer (`Click here to enter text.`) and is none. */
export const isPrompt = (text: string): boolean => prompt.test(text)
