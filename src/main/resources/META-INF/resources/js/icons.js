/** A sign for each level, distinct by its shape alone. */
const SHAPES = {
  "routine": "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20ZM7 12l4 4 6-8",
  "soon": "M3 5h18v16H3ZM3 10h18M8 2v5M16 2v5",
  "same-day": "M5 3h4l2 5-3 2c1 3 3 5 6 6l2-3 5 2v4c0 1-1 2-2 2C11 21 3 13 3 5c0-1 1-2 2-2Z",
  "emergency": "M9 3h6v6h6v6h-6v6H9v-6H3V9h6Z",
  "emergency-ambulance": "M12 2 23 21H1ZM12 9v6M12 17.5v1",
};

export function levelIcon(level) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", SHAPES[level] ?? "");
  svg.append(path);
  return svg;
}
