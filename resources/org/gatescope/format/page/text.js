// Texts of the page, and elements made from them.

const SESSION = JSON.parse(document.getElementById("session").textContent);

/** A text of the page with {0}, {1}… filled in. */
function text(key, ...given) {
    return (SESSION.texts[key] ?? key).replace(/\{(\d+)\}/g, (_, i) => String(given[Number(i)] ?? ""));
}

/**
 * An element. What begins with "on" listens, "class" and "text" are what they say, all else is an attribute; what is
 * undefined, null or false is left out.
 */
function element(tag, properties = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) {
        if (name.startsWith("on")) {
            made.addEventListener(name.slice(2), value);
        } else if (name === "class") {
            made.className = value;
        } else if (name === "text") {
            made.textContent = value;
        } else if (value !== undefined && value !== null && value !== false) {
            made.setAttribute(name, value === true ? "" : value);
        }
    }
    made.append(...children.filter((child) => child !== null && child !== undefined));
    return made;
}

const ENTITIES = { lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'" };
const plain = (html) => html.replace(/&(\w+|#39);/g, (whole, name) => ENTITIES[name] ?? whole);

/** A formula as nodes: text with i, b, sub, sup and span, and nothing else. */
function rich(html) {
    const all = document.createDocumentFragment();
    const open = [all];
    for (const piece of html.split(/(<\/?(?:i|b|sub|sup|span)>)/)) {
        const tag = /^<(\/?)(\w+)>$/.exec(piece);
        if (!tag) {
            open[open.length - 1].append(plain(piece));
        } else if (!tag[1]) {
            const inner = document.createElement(tag[2]);
            open[open.length - 1].append(inner);
            open.push(inner);
        } else if (open.length > 1) {
            open.pop();
        }
    }
    return all;
}

/** The same as it is read out. */
const spoken = (html) => plain(html.replace(/<[^>]*>/g, " ").replace(/ +/g, " ")).trim();

/** A formula in a span of its own. */
function formula(html, className = "formula") {
    return element("span", { class: className }, rich(html));
}

function svg(tag, attributes = {}, ...children) {
    const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
    made.append(...children);
    return made;
}

/** A button with a picture; paths of 24 by 24. */
function iconButton(name, path, act, key) {
    const label = text(name);
    return element(
        "button",
        {
            type: "button",
            class: "icon",
            title: key ? `${label} (${key})` : label,
            "aria-label": label,
            "aria-keyshortcuts": key,
            "data-act": name,
            onclick: act,
        },
        svg("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, svg("path", { d: path })),
    );
}
