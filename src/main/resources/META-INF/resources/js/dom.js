/**
 * Builds an element. Every string becomes text, never markup, whatever it holds.
 *
 * @param {string} tag
 * @param {Object<string, unknown>} attributes a function listens to the event that it is named after (`onclick`); true stands for an
 *     attribute without a value; null, undefined and false leave it out
 * @param {...(Node|string|null|undefined|false|Array)} children
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      element.addEventListener(name.slice(2), value);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** The list of some texts, or nothing where there are none. */
export function list(texts, attributes = {}) {
  return texts.length > 0 && el("ul", attributes, texts.map((text) => el("li", {}, text)));
}

/** What folds out under a summary. */
export function fold(summary, attributes, ...children) {
  return el("details", attributes, el("summary", {}, summary), ...children);
}

/** A fresh id for an element that a label or a message refers to. */
export const freshId = (() => {
  let last = 0;
  return () => `e${++last}`;
})();
