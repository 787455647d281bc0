// Counts the marks of an election, and keeps "none of them" and "no part" apart from candidates. The page works without it.
for (const item of document.querySelectorAll("fieldset[data-seats]")) {
  const seats = Number(item.dataset.seats);
  const count = item.querySelector(".ballot-count");
  const boxes = [...item.querySelectorAll("input[type=checkbox]")];
  const others = boxes.filter((box) => ["NONE_OF_THEM", "BLANK"].includes(box.value));
  const candidates = boxes.filter((box) => !others.includes(box));
  const update = (changed) => {
    if (changed?.checked) {
      (others.includes(changed) ? boxes.filter((box) => box !== changed) : others).forEach((box) => { box.checked = false; });
    }
    const marked = candidates.filter((box) => box.checked).length;
    candidates.forEach((box) => { box.disabled = marked >= seats && !box.checked; });
    count.textContent = count.dataset.text.replace("{n}", marked).replace("{k}", seats);
  };
  item.addEventListener("change", (event) => update(event.target));
  update(null);
}
