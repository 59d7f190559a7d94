// Numbers as Gatescope writes them, and as people type them.

const MINUS = "\u2212";
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

const withSign = (isNegative, magnitude) => (isNegative ? MINUS + magnitude : magnitude);

function notFinite(value) {
    return Number.isNaN(value) ? "NaN" : withSign(value < 0, "∞");
}

function timesTenTo(exponent) {
    const digits = Array.from(String(Math.abs(exponent)), (digit) => SUPERSCRIPTS[Number(digit)]);
    return "×10" + (exponent < 0 ? "⁻" : "") + digits.join("");
}

/** All digits that it takes to read the same number again. */
function exact(value) {
    if (!Number.isFinite(value)) {
        return notFinite(value);
    }
    const size = Math.abs(value);
    const isNegative = value < 0 || Object.is(value, -0);
    if (size === 0 || (size >= 1e-3 && size < 1e7)) {
        return withSign(isNegative, String(size));
    }
    const [mantissa, exponent] = size.toExponential().split("e");
    return withSign(isNegative, mantissa + timesTenTo(Number(exponent)));
}

/** Fixed decimals; a tie goes to the even digit, and what rounds to zero has no sign. */
function fixed(value, decimals) {
    const size = Math.abs(value);
    let rounded = size.toFixed(decimals);
    const rest = size < 1e6 ? size.toFixed(Math.min(100, decimals + 30)).split(".")[1].slice(decimals) : "";
    if (/^50+$/.test(rest) && "13579".includes(rounded[rounded.length - 1])) {
        rounded = Math.max(0, Number(rounded) - 10 ** -decimals).toFixed(decimals);
    }
    return withSign(value < 0 && Number(rounded) !== 0, rounded);
}

/** With a power of ten in few characters: −2.2e−3. */
function compact(value, digits) {
    if (!Number.isFinite(value) || value === 0) {
        return value === 0 ? "0" : notFinite(value);
    }
    const [mantissa, exponent] = Math.abs(value).toExponential(digits - 1).split("e");
    const power = Number(exponent);
    return withSign(value < 0, mantissa + "e" + withSign(power < 0, String(Math.abs(power))));
}

/** In a sentence: so many digits from the first that is not zero on. */
function rounded(value, digits) {
    if (!Number.isFinite(value) || value === 0) {
        return value === 0 ? "0" : notFinite(value);
    }
    const [mantissa, power] = Math.abs(value).toExponential(digits - 1).split("e");
    const exponent = Number(power);
    const isPlain = exponent >= -3 && exponent <= 5;
    const size = isPlain
        ? Number(`${mantissa}e${exponent}`).toFixed(Math.max(0, digits - 1 - exponent))
        : mantissa + timesTenTo(exponent);
    return withSign(value < 0, size);
}

/** How all numbers of one lane or table are written, so that their points stand below each other. */
class NumberForm {
    constructor(whole, decimals, powers) {
        Object.assign(this, { whole, decimals, powers });
    }

    /** For numbers up to a size. */
    static of(largest, digits) {
        if (largest === 0 || !Number.isFinite(largest)) {
            return new NumberForm(1, digits - 1, false);
        }
        const exponent = Number(largest.toExponential(digits - 1).split("e")[1]);
        if (exponent < -3 || exponent > 3) {
            return new NumberForm(1, digits - 2, true);
        }
        return exponent < 0
            ? new NumberForm(1, digits - 2 - exponent, false)
            : new NumberForm(exponent + 1, Math.max(1, digits - 1 - exponent), false);
    }

    write(value) {
        if (!Number.isFinite(value)) {
            return notFinite(value);
        }
        if (value === 0) {
            return "0";
        }
        const isFarOff = Math.abs(value) >= 10 ** Math.max(this.whole, 4);
        return this.powers || isFarOff ? compact(value, this.decimals + 1) : fixed(value, this.decimals);
    }

    /** What takes the most room. */
    widest() {
        const fraction = this.decimals > 0 ? "." + "0".repeat(this.decimals) : "";
        return MINUS + (this.powers ? `0${fraction}e${MINUS}0` : "0".repeat(this.whole) + fraction);
    }
}

const PLAIN_NUMBER = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/;

/** What was typed, with a point or a comma, a fraction or a power of ten; undefined where it is no number. */
function typed(words) {
    const given = words
        .trim()
        .replaceAll(MINUS, "-")
        .replace(/\s*[×*]\s*10\^?([⁻-]?)([⁰¹²³⁴⁵⁶⁷⁸⁹]+|\d+)$/, (_, sign, digits) =>
            `e${sign ? "-" : ""}${Array.from(digits, (d) => (SUPERSCRIPTS.includes(d) ? SUPERSCRIPTS.indexOf(d) : d)).join("")}`,
        )
        .toLowerCase();
    const parts = given.split("/").map((part) => part.trim());
    if (parts.length > 2 || !parts.every((part) => PLAIN_NUMBER.test(part))) {
        return undefined;
    }
    const [above, below] = parts.map((part) => Number(part.replace(",", ".")));
    const value = below === undefined ? above : above / below;
    return Number.isFinite(value) ? value : undefined;
}
