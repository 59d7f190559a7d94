// The card that shows what a number is made from, and what each factor is made from in turn.

const MOST_TERMS = 24;

class WhyCard {
    constructor(stage) {
        this.stage = stage;
        this.prediction = new Prediction(stage);
        this.body = element("div", { class: "why-body" });
        this.element = element("section", { id: "why", "aria-label": text("why"), tabindex: -1, hidden: true }, this.body);
        stage.on("open", () => this.#show(true));
        stage.on("hide", () => this.#show(false));
        stage.on("move", () => this.#showReached());
        stage.model.onChange(() => this.#show(false));
    }

    #show(isNew) {
        const { opened } = this.stage;
        const hadFocus = this.element.contains(document.activeElement);
        this.element.hidden = !opened;
        document.body.classList.toggle("explains", opened !== undefined);
        if (!opened) {
            return;
        }
        const all = this.stage.isAskedFor(opened) ? this.#question(opened) : this.#card(opened);
        this.body.replaceChildren(this.#bar(), ...all);
        this.#showReached();
        if (isNew) {
            this.element.scrollTop = 0;
            this.element.parentElement.scrollTop = 0;
            announce(this.body.querySelector("h2").textContent);
        }
        if (hadFocus) {
            this.element.focus({ preventScroll: true });
        }
    }

    /** What the playhead has not come to is said to be ahead. */
    #showReached() {
        const { opened } = this.stage;
        const note = this.body.querySelector(".ahead");
        if (opened && note) {
            note.hidden = this.stage.isReached(opened);
        }
    }

    #bar() {
        const { stage } = this;
        const back = iconButton("why.back", "M15 5l-7 7 7 7", () => stage.back());
        const forward = iconButton("why.forward", "M9 5l7 7-7 7", () => stage.forward());
        back.disabled = stage.trail.length < 2;
        forward.disabled = stage.ahead.length === 0;
        const go = iconButton("why.go", "M12 4v4M12 16v4M4 12h4M16 12h4M12 9a3 3 0 100 6 3 3 0 000-6", () => this.#go());
        go.hidden = this.#place() === undefined;
        return element(
            "div",
            { class: "why-bar" },
            element("span", { class: "title", text: text("why") }),
            back,
            forward,
            go,
            iconButton("why.close", "M6 6l12 12M18 6L6 18", () => stage.close(), "Escape"),
        );
    }

    #place() {
        const { opened, schedule } = this.stage;
        return opened.node?.op === "name" ? schedule.made(opened.part, opened.node.name, opened.step) : undefined;
    }

    #go() {
        this.stage.move(this.#place());
    }

    /** What it is made from, without what that comes to. */
    #question(id) {
        const why = this.stage.why.explain(id);
        return [...this.prediction.card(id), ...(this.stage.isReached(id) ? this.#groups(why, true) : [])];
    }

    #card(id) {
        const why = this.stage.why.explain(id);
        const isCovered = this.stage.isHidden(id);
        const givesAway = isCovered || why.groups.some(({ terms }) => terms.some((term) => this.#hides(term)));
        const big = element("output", { class: "value", text: isCovered ? "?" : rounded(why.value, 5) });
        return [
            element("h2", {}, formula(this.stage.why.symbol(id)), " = ", big),
            element("p", { class: "where" }, ...whereWords(id)),
            isCovered || exact(why.value) === big.textContent ? null : element("p", { class: "exact", text: exact(why.value) }),
            element("p", { class: "ahead", text: text("why.ahead"), hidden: true }),
            ...(givesAway ? [] : arithmetic(why)),
            ...this.#groups(why, givesAway),
            this.#gradient(id),
            ...why.remarks.map((remark) => element("p", { class: "remark", text: text(`remark.${remark}`) })),
        ].filter(Boolean);
    }

    /** Of a weight, or of a state before the first step, its gradient can be opened in turn. */
    #gradient({ table, row, column }) {
        const isTrained = table && ["parameter", "start"].includes(table.kind) && table.name in this.stage.model.result.gradients;
        const factor = isTrained ? this.stage.why.factor({ gradient: table.name, row, column }) : null;
        return factor ? element("p", {}, this.#factor(factor)) : null;
    }

    /** @param isCovered true to leave out what terms come to */
    #groups(why, isCovered = false) {
        const count = why.groups.reduce((sum, { terms }) => sum + terms.length, 0);
        const largest = Math.max(0, ...why.groups.flatMap(({ terms }) => terms.map((term) => finiteSize(termValue(term)))));
        const isRead = why.groups.some((group) => group.isRead);
        const titled = isRead || why.groups.length > 1 && (count > why.groups.length || why.groups.some(({ title }) => title));
        return why.groups.flatMap((group) => [titled ? this.#heading(group, isCovered) : null, this.#terms(group, largest, isCovered)]).filter(Boolean);
    }

    #heading(group, isCovered) {
        const isSingle = group.terms.length === 1 && group.terms[0].factors.length === 1;
        const isPlain = !group.symbol || (group.title && isSingle);
        return element(
            "h3",
            {},
            element("span", {}, group.title ?? "", ...(isPlain ? [] : [group.title ? ": " : "", formula(group.symbol)])),
            element("span", { class: "sum", text: isCovered ? "" : rounded(groupValue(group), 5) }),
        );
    }

    /** The largest first where there are many. */
    #terms(group, largest, isCovered) {
        const isMany = group.terms.length > MOST_TERMS;
        const sorted = isMany
            ? [...group.terms].sort((a, b) => finiteSize(termValue(b)) - finiteSize(termValue(a)))
            : group.terms;
        const list = element("ol", { class: "terms" }, ...sorted.slice(0, MOST_TERMS).map((term) => this.#term(term, largest, isCovered)));
        if (isMany) {
            const rest = sorted.slice(MOST_TERMS);
            const sum = rest.reduce((all, term) => all + termValue(term), 0);
            const more = element("button", {
                type: "button",
                class: "more",
                text: isCovered ? text("why.others", rest.length) : text("why.more", rest.length, rounded(sum, 4)),
                onclick: () => more.parentElement.replaceWith(...rest.map((term) => this.#term(term, largest, isCovered))),
            });
            list.append(element("li", { class: "term" }, more));
        }
        return list;
    }

    #term(term, largest, isCovered) {
        const value = termValue(term);
        const share = largest > 0 ? finiteSize(value) / largest : 0;
        const isHidden = isCovered || this.#hides(term);
        const bar = element("span", { class: value < 0 ? "bar negative" : "bar", "aria-hidden": "true" });
        bar.style.width = isHidden ? "0" : `${100 * share}%`;
        return element(
            "li",
            { class: "term" },
            element(
                "span",
                { class: "factors" },
                term.negative ? element("span", { class: "sign", text: MINUS }) : null,
                ...term.factors.flatMap((factor, i) => [
                    i > 0 || factor.divides ? element("span", { class: "sign", text: factor.divides ? (i === 0 ? "1 /" : "/") : "·" }) : null,
                    this.#factor(factor),
                ]),
            ),
            element("span", { class: "product", text: isCovered ? "" : isHidden ? "?" : rounded(value, 5) }),
            bar,
        );
    }

    #hides({ factors }) {
        return factors.some(({ opens }) => this.stage.isHidden(opens));
    }

    #factor({ symbol, value, opens }) {
        const number = this.stage.isHidden(opens) ? "?" : rounded(value, 5);
        const inside = [formula(symbol), element("span", { class: "number", text: number })];
        return opens
            ? element("button", { type: "button", class: "factor", onclick: () => this.stage.open(opens) }, ...inside)
            : element("span", { class: "factor" }, ...inside);
    }
}

/** "= tanh(0.21 + 0.53)": what is done to the sum, and what it comes to. */
function arithmetic(why) {
    const sum = why.groups.flatMap(({ terms }) => terms.map(termValue)).reduce((a, b) => a + b, 0);
    const written = (inner) => [element("p", { class: "outer" }, rich(inner))];
    switch (why.outer.kind) {
        case "apply":
            return written(`= ${functionSign(why.outer.function)}(${rounded(sum, 5)})`);
        case "power":
            return written(`= (${rounded(sum, 5)})<sup>${exact(why.outer.exponent)}</sup>`);
        case "combine": {
            const terms = why.groups.map((group) => rounded(groupValue(group), 5));
            return written(
                /^[<>=!]/.test(why.outer.function)
                    ? `= ${terms.join(` ${functionSign(why.outer.function)} `)}`
                    : `= ${functionSign(why.outer.function)}(${terms.join(", ")})`,
            );
        }
        case "logsumexp":
            return written("= log ∑ exp");
        default: {
            const terms = why.groups.flatMap(({ terms: all }) => all.map(termValue));
            const isBrief = terms.length > 1 && terms.length <= 6;
            const chain = terms.map((x, i) => (i === 0 ? rounded(x, 4) : `${x < 0 ? MINUS : "+"} ${rounded(Math.abs(x), 4)}`));
            return isBrief ? written(`= ${chain.join(" ")}`) : [];
        }
    }
}

/** Which number it is, in words. */
function whereWords(id) {
    const words = [];
    if (id.loss) {
        words.push(text("where.loss"));
    } else if (id.gradient) {
        const table = SESSION.tables.find(({ name }) => name === id.gradient);
        words.push(text("where.gradient"), table?.subtitle || table?.group || "");
        words.push(text("where.place", id.row, id.column));
    } else if (id.table) {
        const table = SESSION.tables.find(({ kind, name }) => kind === id.table.kind && name === id.table.name);
        words.push(table?.subtitle ?? "", text("where.place", id.row, id.column));
    } else {
        const lane = SESSION.lanes.find(({ part, name }) => part === id.part && name === id.node.name);
        const isGradient = id.node.op === "name" && isGradientName(id.node.name);
        words.push(lane?.subtitle ?? text(isGradient ? "where.gradient-of" : "where.inner"));
        words.push(partOf(id.part).label, stepWords(id.step, id.row));
        words.push(text("where.unit", unitWord(id.part, id.node.name, id.column)));
        words.push(SESSION.sequences > 1 ? text("sequence", id.row + 1) : "");
    }
    return [words.filter(Boolean).join(" · ")];
}

/** Says something to those who listen to the page. */
function announce(words) {
    document.getElementById("live").textContent = words;
}
