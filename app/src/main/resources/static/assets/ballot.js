// Counts the marks of an election, and keeps "none of them" apart from candidates. The page works without it.
for (const item of document.querySelectorAll("fieldset[data-seats]")) {
  const seats = Number(item.dataset.seats);
  const count = item.querySelector(".ballot-count");
  const boxes = [...item.querySelectorAll("input[type=checkbox]")];
  const none = boxes.find((box) => box.value === "BLANK");
  const candidates = boxes.filter((box) => box !== none);
  const update = (changed) => {
    if (changed === none && none.checked) candidates.forEach((box) => { box.checked = false; });
    if (changed && changed !== none && changed.checked) none.checked = false;
    const marked = candidates.filter((box) => box.checked).length;
    candidates.forEach((box) => { box.disabled = marked >= seats && !box.checked; });
    count.textContent = count.dataset.text.replace("{n}", marked).replace("{k}", seats);
  };
  item.addEventListener("change", (event) => update(event.target));
  update(null);
}
