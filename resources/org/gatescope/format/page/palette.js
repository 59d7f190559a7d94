// Colours of numbers: the palettes of Gatescope's families, for light and dark.

const DARK = window.matchMedia("(prefers-color-scheme: dark)");
let printing = false;
const theme = () => (DARK.matches && !printing ? "dark" : "light");

function luminance(colour) {
    const channel = (from) => {
        const share = parseInt(colour.slice(from, from + 2), 16) / 255;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** Black or white, whichever stands out more. */
const contrast = (colour) => (luminance(colour) > 0.179 ? "#000000" : "#ffffff");

class Palette {
    static #known = new Map();

    static of(family) {
        const key = `${theme()} ${family}`;
        if (!Palette.#known.has(key)) {
            Palette.#known.set(key, new Palette(theme(), family));
        }
        return Palette.#known.get(key);
    }

    constructor(ground, family) {
        const digits = SESSION.palettes[ground][family];
        const others = SESSION.notFinite[ground];
        this.colours = Array.from({ length: digits.length / 6 }, (_, i) => `#${digits.slice(6 * i, 6 * i + 6)}`);
        this.size = this.colours.length;
        this.colours.push(`#${others.nan}`, `#${others.positive}`, `#${others.negative}`);
        this.inks = this.colours.map(contrast);
    }

    gradient() {
        const some = Array.from({ length: 17 }, (_, i) => this.colours[Math.round((i * (this.size - 1)) / 16)]);
        return `linear-gradient(to right, ${some.join(", ")})`;
    }
}

/** The next number of at most two digits. */
function roundedUp(size) {
    if (size === 0) {
        return 0;
    }
    const [mantissa, exponent] = size.toExponential(1).split("e");
    const near = Number(`${mantissa}e${exponent}`);
    return near >= size ? near : Number(`${(Number(mantissa) + 0.1).toFixed(1)}e${exponent}`);
}

/** Maps numbers to places of a palette: signed from −limit to limit, otherwise from 0. */
class Scale {
    constructor(family, largest) {
        this.signed = family !== "gates";
        this.limit = this.signed ? roundedUp(largest) : Math.max(1, roundedUp(largest));
    }

    index(value, size) {
        if (!Number.isFinite(value)) {
            return Number.isNaN(value) ? size : value > 0 ? size + 1 : size + 2;
        }
        const share = value === 0 ? 0 : Math.sign(value) * Math.min(1, Math.abs(value) / this.limit);
        const middle = (size - 1) / 2;
        return this.signed ? middle + Math.round(share * middle) : Math.round(Math.max(0, share) * (size - 1));
    }

    /** ±1.3, 0 … 1 */
    words() {
        const size = this.limit >= 99.95 ? rounded(this.limit, 3) : exact(this.limit);
        return this.limit === 0 ? "0" : this.signed ? `±${size}` : `0 … ${size}`;
    }
}

const finiteSize = (value) => (Number.isFinite(value) ? Math.abs(value) : 0);

/** A colour of the page's theme by its name in the stylesheet. */
function tone(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}
