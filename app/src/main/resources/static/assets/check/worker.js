// Checks one bundle away from the page, so that the page stays alive. Nothing leaves this browser.
import { NotABundle } from "./refusal.js";
import { verify } from "./verify.js";

const PAUSE_MS = 200;

self.addEventListener("message", async ({ data }) => {
  let last = 0;
  const step = (phase, done, of) => {
    if (done !== of && performance.now() - last < PAUSE_MS) return;
    last = performance.now();
    self.postMessage({ phase, done, of });
  };
  try {
    self.postMessage({ report: await verify(data.bundle, data.seen, data.key, step) });
  } catch (error) {
    if (error instanceof NotABundle) self.postMessage({ refused: error.reason, place: error.place });
    else self.postMessage({ failed: String(error) });
  }
});
