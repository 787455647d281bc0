// Draws the charts of a page from the same numbers as its tables. Without this script the tables remain.
const INK = "#3a4753";
const SHADES = ["#0b5a8f", "#5fa8d3", "#2c7a5b", "#e3a72f", "#b9c3cc"];

const axes = (labels, value) => ({
  animation: false,
  textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 13 },
  xAxis: { type: "category", data: labels.map((label) => label.slice(0, 7)), axisTick: { show: false }, axisLabel: { color: INK } },
  yAxis: { type: "value", splitLine: { lineStyle: { color: "#e5ebf0" } }, ...value },
});

// One value a month.
const line = (data) => {
  const points = data.points.filter((point) => point.value !== "");
  if (points.length === 0) return null;
  const numbers = points.map((point) => Number(point.value));
  const low = Math.min(...numbers);
  return {
    ...axes(points.map((point) => point.label), {
      min: data.unit === "%" ? Math.max(0, Math.floor((low - 5) / 5) * 5) : 0,
      axisLabel: { color: INK, formatter: (value) => value + (data.unit === "%" ? " %" : "") },
    }),
    grid: { left: 8, right: 24, top: 28, bottom: 8, containLabel: true },
    tooltip: {
      trigger: "axis",
      renderMode: "richText",
      formatter: (items) => `${points[items[0].dataIndex].label}\n${points[items[0].dataIndex].value}${data.unit}  ${points[items[0].dataIndex].note}`,
    },
    series: [
      {
        type: "line",
        name: data.name,
        data: numbers,
        symbolSize: 7,
        lineStyle: { width: 2.5, color: "#0b5a8f" },
        itemStyle: { color: "#0b5a8f" },
        label: {
          show: true,
          position: "top",
          color: "#1c2733",
          formatter: (item) => (item.dataIndex === 0 || item.dataIndex === points.length - 1 ? item.value + data.unit : ""),
        },
      },
    ],
  };
};

// A whole in parts a month: the parts stand on each other, the first one lowest.
const stack = (data) => ({
  ...axes(data.labels, { axisLabel: { color: INK } }),
  grid: { left: 8, right: 24, top: 72, bottom: 8, containLabel: true },
  legend: { top: 0, left: 0, itemWidth: 16, textStyle: { color: INK } },
  tooltip: {
    trigger: "axis",
    axisPointer: { type: "shadow" },
    renderMode: "richText",
    formatter: (items) => [data.labels[items[0].dataIndex], ...items.map((item) => `${item.seriesName}  ${item.value}`)].join("\n"),
  },
  series: data.series.map((part, i) => ({
    type: "bar",
    stack: "whole",
    name: part.name,
    data: part.values,
    barMaxWidth: 32,
    itemStyle: { color: SHADES[i % SHADES.length], borderColor: "#ffffff", borderWidth: 0.5 },
  })),
});

document.querySelectorAll("[data-chart]").forEach((element) => {
  const data = JSON.parse(element.dataset.values);
  const option = typeof echarts === "undefined" ? null : data.series ? stack(data) : line(data);
  if (option === null) {
    element.hidden = true;
    return;
  }
  const chart = echarts.init(element, null, { renderer: "canvas" });
  chart.setOption(option);
  new ResizeObserver(() => chart.resize()).observe(element);
});
