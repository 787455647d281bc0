// Keeps the progress of an import fresh: asks for the page again until no work is under way.
(() => {
    const box = document.getElementById("progress");
    if (box) {
        setTimeout(() => window.location.replace(box.dataset.refresh), 2000);
    }
})();
