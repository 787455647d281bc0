// Draws the charts of a page from the same numbers as its tables. Without this script the tables remain.
document.querySelectorAll("[data-chart]").forEach((element) => {
  const data = JSON.parse(element.dataset.values);
  const points = data.points.filter((point) => point.value !== "");
  if (points.length === 0 || typeof echarts === "undefined") {
    element.hidden = true;
    return;
  }
  const numbers = points.map((point) => Number(point.value));
  const low = Math.min(...numbers);
  const chart = echarts.init(element, null, { renderer: "canvas" });
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 13 },
    grid: { left: 8, right: 24, top: 28, bottom: 8, containLabel: true },
    xAxis: { type: "category", data: points.map((point) => point.label.slice(0, 7)), axisTick: { show: false }, axisLabel: { color: "#3a4753" } },
    yAxis: {
      type: "value",
      min: data.unit === "%" ? Math.max(0, Math.floor((low - 5) / 5) * 5) : 0,
      axisLabel: { color: "#3a4753", formatter: (value) => value + (data.unit === "%" ? " %" : "") },
      splitLine: { lineStyle: { color: "#e5ebf0" } },
    },
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
  });
  new ResizeObserver(() => chart.resize()).observe(element);
});
