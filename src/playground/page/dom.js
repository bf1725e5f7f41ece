/** Elements without a framework: made from a tag, properties and children; text always stays text. */

/** @typedef {Node | string | null | undefined | false} Child */
/** @typedef {Record<string, string | number | boolean | null | undefined | ((event: never) => void)>} Props */

/**
 * Sets attributes; a function under `onclick` and the like listens. `null`, `undefined` and `false` leave an attribute out.
 * @template {Element} E
 * @param {E} element
 * @param {Props} props
 * @returns {E}
 */
function dress(element, props) {
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else if (value === true) element.setAttribute(name, "");
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, String(value));
  }
  return element;
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Props} [props]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, props = {}, ...children) {
  const element = dress(document.createElement(tag), props);
  element.append(...real(children));
  return element;
}

/** @param {Child[]} children */
export const real = (children) =>
  children.filter(
    /** @returns {child is Node | string} */ (child) => child !== null && child !== undefined && child !== false,
  );

/** @param {string} id */
export const byId = (id) => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element #${id}`);
  return found;
};

/** Outlines on a grid of 24 × 24. */
const ICONS = {
  send: "M4 12 20 4l-5 16-3.5-6.5zM11.5 13.5 20 4",
  clip: "M20 11.5 12 19.5a5 5 0 0 1-7-7l8.5-8.5a3.4 3.4 0 0 1 4.8 4.8L9.8 17.2a1.7 1.7 0 0 1-2.4-2.4l7.8-7.8",
  slash: "M14 6 10 18M4 4h16v16H4z",
  keys: "M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h.01M8 14h8",
  mic: "M12 4a2.5 2.5 0 0 1 2.5 2.5v5a2.5 2.5 0 0 1-5 0v-5A2.5 2.5 0 0 1 12 4zM6 11.5a6 6 0 0 0 12 0M12 17.5V21",
  smile: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8.5 14.5a4 4 0 0 0 7 0M9 9.5h.01M15 9.5h.01",
  dots: "M5 12h.01M12 12h.01M19 12h.01",
  more: "M12 5h.01M12 12h.01M12 19h.01",
  close: "M6 6l12 12M18 6 6 18",
  down: "M6 9l6 6 6-6",
  reply: "M10 6 4 12l6 6M4 12h9a7 7 0 0 1 7 7",
  pen: "M4 20l1-5L16 4l4 4L9 19z",
  check: "M5 12.5 10 17.5 19.5 7",
  link: "M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1",
  out: "M8 16 17 7M10 7h7v7",
  copy: "M9 9h11v11H9zM15 9V4H4v11h5",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  bellOff: "M4 4l16 16M8 8v4l-2 4h10M10 5.3A4 4 0 0 1 16 9v3M10.5 19a1.6 1.6 0 0 0 3 0",
  pin: "M9 4h6l-1 6 3 3H7l3-3zM12 13v7",
  file: "M7 3h7l5 5v13H7zM14 3v5h5",
  get: "M12 4v11M7 10.5l5 5 5-5M5 20h14",
  place: "M12 21s7-6.5 7-11.5a7 7 0 0 0-14 0C5 14.500 12 21 12 21zM12 7.500a2 2 0 1 0 0 4 2 2 0 0 0 0-4z",
  person: "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.500 20a7.500 7.500 0 0 1 15 0",
  people:
    "M9 5a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7zM2.500 19a6.500 6.500 0 0 1 13 0M16 5.500a3.500 3.500 0 0 1 0 6.500M18 14a6 6 0 0 1 3.500 5",
  plus: "M12 5v14M5 12h14",
  moon: "M19.500 14A8 8 0 0 1 10 4.500 8 8 0 1 0 19.500 14z",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.500v2M12 19.500v2M2.500 12h2M19.500 12h2M5.300 5.300l1.400 1.400M17.300 17.300l1.400 1.400M5.300 18.700l1.400-1.400M17.300 6.700l1.400-1.400",
  clock: "M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17zM12 7.500V12l3 2",
  skip: "M5 6l7 6-7 6zM13 6l7 6-7 6z",
  spark: "M12 4l1.800 5.200L19 11l-5.200 1.800L12 18l-1.800-5.200L5 11l5.200-1.800zM18.500 15.500v4M16.500 17.500h4",
  key: "M8 11a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM11 12l8-8M16 7l3 3",
  forward: "M14 6l6 6-6 6M20 12h-9a7 7 0 0 0-7 7",
  ban: "M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17zM6 6l12 12",
  broom: "M5 7h14M9 7V4.500h6V7M7 7l1 13h8l1-13M10.500 11v5M13.500 11v5",
  play: "M8 5.500v13l10-6.500z",
};

/**
 * @param {keyof typeof ICONS} name
 * @returns {SVGSVGElement}
 */
export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = dress(document.createElementNS(space, "svg"), {
    viewBox: "0 0 24 24",
    class: "icon",
    "aria-hidden": "true",
  });
  svg.append(dress(document.createElementNS(space, "path"), { d: ICONS[name] }));
  return svg;
}

/**
 * A round button with an icon and a spoken name.
 * @param {keyof typeof ICONS} name
 * @param {string} label
 * @param {Props} [props]
 */
export const iconButton = (name, label, props = {}) =>
  h(
    "button",
    { type: "button", title: label, "aria-label": label, ...props, class: `round ${props.class ?? ""}` },
    icon(name),
  );

/**
 * Somebody's initials on a colour of their own.
 * @param {{ name: string, hue: number } | undefined} person
 */
export function avatar(person) {
  const { name, hue } = person ?? { name: "", hue: 0 };
  const initials = name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? "")
    .join("");
  return h("span", { class: `avatar hue-${hue}`, "aria-hidden": "true" }, initials);
}
