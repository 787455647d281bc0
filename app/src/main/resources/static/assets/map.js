// Shades the county outlines by rate. The same numbers stand in the table beside it.
document.querySelectorAll("[data-map]").forEach((element) => {
  if (typeof L === "undefined") {
    element.hidden = true;
    return;
  }
  const counties = JSON.parse(element.dataset.map);
  const shade = (percent) => {
    if (percent === "") return "#d7dde2";
    const steps = [[90, "#0b5a8f"], [85, "#3a7fae"], [80, "#6fa3c8"], [70, "#a3c5de"], [0, "#d3e3ef"]];
    return steps.find(([from]) => Number(percent) >= from)[1];
  };
  fetch(element.dataset.outlines)
    .then((answer) => answer.json())
    .then((outlines) => {
      const map = L.map(element, { zoomControl: false, attributionControl: false, scrollWheelZoom: false, dragging: false, doubleClickZoom: false, boxZoom: false, keyboard: false, touchZoom: false, zoomSnap: 0 });
      const layer = L.geoJSON(outlines, {
        style: (feature) => ({ color: "#ffffff", weight: 1.5, fillOpacity: 1, fillColor: shade((counties[feature.properties.code] || { percent: "" }).percent) }),
        onEachFeature: (feature, shape) => {
          const county = counties[feature.properties.code];
          if (!county) return;
          if (element.clientWidth >= 600) {
            const label = document.createElement("div");
            [county.name, county.percent === "" ? "—" : county.percent + " %"].forEach((line) => {
              const text = document.createElement("div");
              text.textContent = line;
              label.append(text);
            });
            const [longitude, latitude] = feature.properties.centre;
            L.tooltip({ permanent: true, direction: "center", className: "county-label" }).setLatLng([latitude, longitude]).setContent(label).addTo(map);
          }
          shape.on("click", () => {
            const target = new URL(location.href);
            target.searchParams.set("division", feature.properties.code);
            location.assign(target);
          });
        },
      }).addTo(map);
      map.fitBounds(layer.getBounds(), { padding: [8, 8] });
      new ResizeObserver(() => {
        map.invalidateSize();
        map.fitBounds(layer.getBounds(), { padding: [8, 8] });
      }).observe(element);
    });
});
