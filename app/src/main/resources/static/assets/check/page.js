// The check page: takes a bundle, lets a worker check it, and says what holds and what does not.
import { show } from "./report.js";
import { word } from "./words.js";

const BUNDLE = /^\/api\/v1\/votes\/\d+-\d+\/bundle$/;
const form = document.getElementById("check");
const [bundle, seen, key] = [form.elements.bundle, form.elements.seen, form.elements.key];
/** People may part the digits by colons or spaces, or write them large. */
const digitsOf = (text) => text.replace(/[\s:]/g, "").toLowerCase();
const progress = document.getElementById("check-progress");
const status = document.getElementById("check-status");
const result = document.getElementById("check-result");
let worker = null;

/** @param expectedKey fingerprint that the key should have, or an empty text */
function start(file, expectedKey = digitsOf(key.value)) {
  worker?.terminate();
  worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
  worker.onmessage = ({ data }) => hear(data);
  worker.onerror = () => end(word("failed"));
  result.replaceChildren();
  result.removeAttribute("data-holds");
  progress.hidden = false;
  progress.removeAttribute("value");
  status.textContent = word("phase.reading");
  worker.postMessage({ bundle: file, seen: seen.files[0] ?? null, key: expectedKey });
}

function hear({ phase, done, of, report, refused, place, failed }) {
  if (phase) {
    progress.max = of;
    progress.value = done;
    status.textContent = word(`phase.${phase}`, done, of);
  } else if (report) {
    end(word(report.faultCount ? "broken" : "holds", report.faultCount));
    result.dataset.holds = String(report.faultCount === 0);
    show(report, result, form.dataset.fingerprint);
  } else if (refused) {
    end(word(`refused.${refused}`, place));
    result.dataset.holds = "none";
  } else {
    end(word("failed", failed));
  }
}

function end(text) {
  progress.hidden = true;
  status.textContent = text;
  worker.terminate();
}

function check() {
  const digits = digitsOf(key.value);
  key.setCustomValidity(digits === "" || /^[0-9a-f]{64}$/.test(digits) ? "" : word("key.malformed"));
  if (key.reportValidity() && bundle.files[0]) start(bundle.files[0]);
}

/** Only ever a bundle of this very installation. */
async function fetchBundle(path) {
  if (!BUNDLE.test(path)) return;
  status.textContent = word("phase.fetching");
  try {
    const answer = await fetch(new URL(form.dataset.base + path, location.origin), { credentials: "omit" });
    if (!answer.ok) throw new Error(String(answer.status));
    start(await answer.blob(), form.dataset.fingerprint);
  } catch {
    status.textContent = word("unreachable");
  }
}

form.addEventListener("submit", (event) => event.preventDefault());
bundle.addEventListener("change", check);
seen.addEventListener("change", check);
key.addEventListener("change", check);
form.addEventListener("dragover", (event) => event.preventDefault());
form.addEventListener("drop", (event) => {
  event.preventDefault();
  if (event.dataTransfer.files.length !== 1) return;
  bundle.files = event.dataTransfer.files;
  check();
});
document.getElementById("check-form-body").hidden = false;
fetchBundle(form.dataset.bundle);
