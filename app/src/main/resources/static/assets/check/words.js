// The page brings its words in the reader's language, hidden; %1 and %2 are places for figures.
const list = document.getElementById("check-words");

const entry = (key) => list.querySelector(`[data-key="${CSS.escape(key)}"]`);

export function word(key, ...values) {
  const text = entry(key)?.textContent ?? key;
  return values.reduce((done, value, i) => done.replace(`%${i + 1}`, () => String(value)), text);
}

/** Which line of the report a fault belongs to. */
export const topicOf = (fault) => entry(`fault.${fault}`)?.dataset.topic;
