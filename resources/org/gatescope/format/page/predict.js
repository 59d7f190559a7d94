// Numbers that are hidden, to be predicted: what is typed is checked, and shown with its arithmetic.

/** How near an answer has to be: to two decimals, or of large numbers to a hundredth. */
const tolerance = (value) => Math.max(0.005, Math.abs(value) / 100);

class Prediction {
    constructor(stage) {
        this.stage = stage;
        this.asked = new Set();
        this.right = 0;
        stage.model.onChange(() => {
            this.asked.clear();
            this.right = 0;
        });
    }

    /** A question in the place of an explanation. */
    card(id) {
        const { stage } = this;
        if (!stage.isReached(id)) {
            return [
                element("h2", {}, formula(stage.why.symbol(id)), " = ?"),
                element("p", { class: "where" }, ...whereWords(id)),
                element("p", { text: text("predict.not-yet") }),
            ];
        }
        const field = element("input", {
            type: "text", autocomplete: "off", spellcheck: "false", "aria-label": text("predict.answer"), "aria-describedby": "verdict",
        });
        const verdict = element("p", { id: "verdict", class: "verdict", role: "status" });
        const form = element(
            "form",
            { class: "answer", onsubmit: (event) => this.#check(event, id, field, verdict) },
            field,
            element("button", { type: "submit", class: "plain", text: text("predict.check") }),
            element("button", { type: "button", class: "plain quiet", text: text("predict.show"), onclick: () => this.#give(id) }),
        );
        const why = stage.why.explain(id);
        return [
            element("h2", {}, formula(stage.why.symbol(id)), " = ?"),
            element("p", { class: "where" }, ...whereWords(id)),
            element("p", {}, this.#equation(id)),
            element("p", { text: text("predict.ask", rounded(tolerance(why.value), 1)) }),
            form,
            verdict,
            element("p", { class: "score", text: this.#score() }),
        ];
    }

    /** The line that computes it, and nothing of what it comes to. */
    #equation(id) {
        const line = cellOf(id.part).lines.find(({ name }) => name === id.node.name);
        const adjoints = cellOf(id.part).adjoints.filter(({ target }) => `d.${target}` === id.node.name);
        const symbols = new Symbols(this.stage.model, id.part, id.step);
        const place = [id.row, id.column];
        const sum = adjoints.map(({ expression }) => symbols.write(expression, place)).join(" + ");
        return line || sum ? formula(`= ${line ? symbols.write(line.expression, place) : sum}`, "formula equation") : "";
    }

    #check(event, id, field, verdict) {
        event.preventDefault();
        const value = typed(field.value);
        if (value === undefined) {
            verdict.textContent = text("number.wrong", field.value.trim());
            field.select();
            return;
        }
        const key = numberKey(id);
        const isRight = Math.abs(value - this.stage.why.value(id)) <= tolerance(this.stage.why.value(id));
        if (isRight) {
            this.right += this.asked.has(key) ? 0 : 1;
            this.asked.add(key);
            this.stage.reveal(id);
            announce(text("predict.right", this.#score()));
        } else {
            this.asked.add(key);
            const isSign = value !== 0 && Math.abs(-value - this.stage.why.value(id)) <= tolerance(value);
            verdict.textContent = text(isSign ? "predict.sign" : "predict.wrong", exact(value));
            field.select();
        }
    }

    #give(id) {
        this.asked.add(numberKey(id));
        this.stage.reveal(id);
    }

    #score() {
        return this.asked.size === 0 ? "" : text("predict.score", this.right, this.asked.size);
    }
}
