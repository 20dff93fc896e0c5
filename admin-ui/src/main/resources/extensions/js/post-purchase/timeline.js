/* The steps of a series on lines drawn to scale, one line for each moment that they count from. */
const NS = "http://www.w3.org/2000/svg";
const WIDTH = 900;
const LEFT = 22;
const ROW = 62;

function el(name, attributes, text) {
  const element = document.createElementNS(NS, name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  if (text !== undefined) { element.textContent = text; }
  return element;
}

const at = (step) => Number(step.delayDays || 0) + Number(step.delayHours || 0) / 24;

/** Round numbers of days, not more than about eight of them. */
function ticks(most) {
  const sizes = [1, 2, 5, 7, 14, 30, 60, 90, 180, 365];
  const size = sizes.find((each) => most / each <= 8) || 730;
  const all = [];
  for (let day = 0; day <= most; day += size) { all.push(day); }
  return all;
}

export function timeLine(design, setup) {
  const words = setup.words;
  const lanes = [...new Set(design.steps.map((step) => step.anchor))];
  const most = Math.max(7, ...design.steps.map(at)) * 1.06;
  const height = Math.max(1, lanes.length) * ROW + 34;
  const x = (days) => LEFT + (days / most) * (WIDTH - LEFT - 30);
  const svg = el("svg", { viewBox: `0 0 ${WIDTH} ${height}`, role: "img", "aria-label": words.TimeLine + ": "
    + design.steps.map((step, i) => (i + 1) + ". " + step.name + " +" + at(step).toFixed(1) + " " + words.Days + (step.off === "true" ? " (" + words.SeriesStep_Off + ")" : "")).join("; ") });
  ticks(most).forEach((day) => {
    svg.append(
      el("line", { x1: x(day), x2: x(day), y1: 28, y2: height - 24, stroke: "#e6e6e6", "stroke-width": 1 }),
      el("text", { x: x(day), y: height - 8, "text-anchor": "middle", "font-size": 12, fill: "#5c5c5c" }, String(day)));
  });
  svg.append(el("text", { x: WIDTH - 4, y: height - 8, "text-anchor": "end", "font-size": 12, fill: "#5c5c5c" }, words.Days));
  lanes.forEach((anchor, lane) => {
    const y = lane * ROW + 40;
    const name = (setup.anchors.find((each) => each.value === anchor) || { label: anchor }).label;
    svg.append(
      el("text", { x: 0, y: y - 20, "font-size": 13, "font-weight": "bold", fill: "#333" }, name),
      el("line", { x1: x(0), x2: WIDTH - 30, y1: y, y2: y, stroke: "#9fb4c4", "stroke-width": 2 }));
    const taken = [];
    design.steps.forEach((step, i) => {
      if (step.anchor !== anchor) { return; }
      let cx = x(Math.max(0, at(step)));
      while (taken.some((other) => Math.abs(other - cx) < 23)) { cx += 23; }
      taken.push(cx);
      const branch = step.kind === "BRANCH";
      const off = step.off === "true";
      const colour = branch ? "#7a4b00" : "#23587f";
      const look = off ? { fill: "#fff", stroke: "#767676", "stroke-width": 2, "stroke-dasharray": "3 2" } : { fill: colour };
      svg.append(branch
        ? el("rect", { x: cx - 9, y: y - 9, width: 18, height: 18, rx: 3, ...look, transform: `rotate(45 ${cx} ${y})` })
        : el("circle", { cx, cy: y, r: 11, ...look }));
      svg.append(el("text", { x: cx, y: y + 4, "text-anchor": "middle", "font-size": 12, "font-weight": "bold", fill: off ? "#4a4a4a" : "#fff" }, String(i + 1)));
    });
  });
  return svg;
}
