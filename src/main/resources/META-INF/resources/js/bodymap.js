/** The lower body from the front and from the back, to tap where it hurts. */
import { el } from "./dom.js";
import { svg } from "./svg.js";
import { say, sentence } from "./words.js";

/*
 * Only the half to the right of the middle line (x = 0) is drawn, and mirrored: left and right are the same finding. A place is its
 * outline and the point where its tick stands.
 */

const HIP_TO_ANKLE = "C41 14 53 30 57 52C61 72 59 100 55 125C52 145 47 158 46 172C50 190 50 215 44 238C40 252 38 262 38 272";
const ANKLE_TO_CROTCH = "C21 250 15 225 16 200C16 190 18 182 18 172C14 150 8 120 4 94C3 90 1 88 -1 88Z";

const FRONT = {
  outline: `M-1 0L40 0${HIP_TO_ANKLE}C39 280 45 288 47 294C47 299 43 300 36 300L25 300C19 300 18 294 20 286C21 280 22 276 22 270${ANKLE_TO_CROTCH}`,
  places: {
    "hip-pain": ["M36 20C46 28 53 42 55 56L35 61C32 46 32 32 36 20Z", 44, 43],
    "groin-pain": ["M4 88L33 64L41 74L14 102C9 99 5 94 4 88Z", 22, 84],
    "front-thigh": ["M16 106C26 100 35 92 42 82C44 102 42 122 40 142C34 150 26 151 21 147C19 133 16 119 16 106Z", 30, 121],
    "outer-thigh-patch": ["M45 88C50 87 55 86 60 88C60 104 57 122 54 138L43 138C45 121 46 104 45 88Z", 51, 112],
    "outer-hip": ["M53 58a7.5 12 0 1 0 .1 0Z", 53, 70],
    "knee-pain": ["M32 155a14 15 0 1 0 .1 0Z", 32, 170],
    "shin-pain": ["M18 192L32 192C32 212 32 236 31 256L23 256C21 238 17 214 18 192Z", 26, 220],
    "outer-lower-leg": ["M35 192L49 192C51 212 46 236 40 256L34 256C35 236 36 214 35 192Z", 42, 220],
    "foot-itself": ["M22 266L38 266C39 280 46 288 48 294C48 300 43 301 36 301L25 301C18 301 17 294 19 286C21 280 22 274 22 266Z", 32, 286],
  },
};

const BACK = {
  outline: `M-1 0L40 0${HIP_TO_ANKLE}C38 280 41 290 38 297C34 301 27 301 23 297C20 290 22 280 22 270${ANKLE_TO_CROTCH}`,
  places: {
    "low-back-pain": ["M0 3L37 3C38 14 42 22 46 29C30 33 15 35 0 35", 18, 19],
    "buttock-pain": ["M3 44C18 39 36 42 42 55C46 70 44 86 33 93C20 97 8 95 3 88Z", 24, 68],
    "outer-hip": ["M53 58a7.5 12 0 1 0 .1 0Z", 53, 70],
    "back-of-thigh": ["M7 102C22 106 40 101 53 90C55 106 51 127 46 144C37 151 26 151 19 147C15 133 9 118 7 102Z", 31, 124],
    "knee-pain": ["M20 156L45 156C44 166 45 176 46 184L18 184C19 176 20 166 20 156Z", 32, 170],
    "calf": ["M18 192L48 192C51 212 46 232 41 247L22 247C19 230 15 212 18 192Z", 32, 218],
    "foot-itself": ["M22 264L38 264C38 280 42 290 39 297C34 302 27 302 22 297C19 290 22 278 22 264Z", 30, 284],
  },
};

/**
 * A figure for a list of checkboxes: a tap on a place ticks its box, and a ticked box marks its place. The boxes are the control, so
 * the figure is hidden from assistive technology.
 *
 * @param {{finding: string, label: string}[]} findings what the list asks; who has no place on the body stands in the list only
 * @param {{finding: string, label: string}[]} settled what is there by an earlier answer: shown as ticked, but not to tap
 * @param {Element} boxes holds the checkboxes, named by finding, with the value "present"
 */
export function bodyMap(findings, settled, boxes) {
  const boxOf = (finding) => boxes.querySelector(`input[type=checkbox][name="${CSS.escape(finding)}"][value=present]`);
  const figure = el("div", { class: "map-figure", "aria-hidden": "true" },
    view(say("map.front"), FRONT, findings, settled),
    view(say("map.back"), BACK, findings, settled));
  figure.addEventListener("click", ({ target }) => {
    const place = target.closest("[data-finding]");
    if (place) {
      boxOf(place.dataset.finding).click();
    }
  });
  const mark = () => figure.querySelectorAll(".map-place[data-finding]").forEach((place) =>
    place.classList.toggle("map-on", boxOf(place.dataset.finding).checked));
  boxes.addEventListener("change", mark);
  mark();
  return el("div", { class: "map" }, figure, boxes);
}

function view(title, { outline, places }, findings, settled) {
  const hasPlace = ({ finding }) => finding in places;
  const drawn = findings.filter(hasPlace);
  return el("div", {},
    el("p", { class: "map-title" }, title),
    svg("svg", { viewBox: "-72 -4 144 310", class: "map-view" },
      ...bothSides({ d: outline, class: "map-body" }),
      ...drawn.map(({ finding }) => svg("g", { class: "map-reach", "data-finding": finding }, ...bothSides({ d: places[finding][0] }))),
      ...drawn.map(({ finding, label }) => place({ class: "map-place", "data-finding": finding }, label, ...places[finding])),
      ...settled.filter(hasPlace).map(({ finding, label }) => place({ class: "map-place map-on map-settled" }, label, ...places[finding]))));
}

function place(attributes, label, d, x, y) {
  return svg("g", attributes,
    svg("title", {}, sentence(label)),
    ...bothSides({ d }),
    ...[x, -x].map((across) => svg("path", { class: "map-tick", d: `M${across - 5} ${y}l4 5 7-10` })));
}

const bothSides = (attributes) =>
  [svg("path", attributes), svg("path", { ...attributes, transform: "scale(-1 1)" })];
