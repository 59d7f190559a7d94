// Updates of what is trained, and the loss along the way.

class Training {
    constructor(stage) {
        this.stage = stage;
        const button = (count) =>
            element("button", {
                type: "button", class: "plain", text: text(count === 1 ? "train.one" : "train.many", count),
                onclick: () => stage.model.train(count),
            });
        this.loss = element("output", { class: "loss" });
        this.curve = element("div", { class: "curve" });
        const buttons = stage.model.trains ? [button(1), button(10), button(100)] : [];
        this.element = element(
            "section",
            { id: "training", "aria-label": text("training") },
            element("div", { class: "section-heading" }, element("h2", { text: text(stage.model.trains ? "training" : "loss") }), ...buttons),
            element("p", {}, `${text("loss")}: `, element("button", { type: "button", class: "factor", onclick: () => stage.open({ loss: true }) }, this.loss)),
            this.curve,
        );
        this.element.hidden = !stage.model.hasLoss;
        stage.model.onChange(() => this.update());
        this.update();
    }

    update() {
        const { losses, result } = this.stage.model;
        this.loss.textContent = rounded(result.loss, 5);
        this.curve.replaceChildren();
        if (losses.length > 1) {
            this.curve.append(this.#picture(losses), element("p", { class: "subtitle", text: text("train.done", losses.length - 1, rounded(losses[0], 4), rounded(losses[losses.length - 1], 4)) }));
        }
    }

    #picture(losses) {
        const [width, height] = [320, 90];
        const finite = losses.filter(Number.isFinite);
        const most = Math.max(...finite);
        const least = Math.min(0, ...finite);
        const x = (i) => (i / (losses.length - 1)) * (width - 8) + 4;
        const y = (loss) => height - 4 - ((loss - least) / (most - least || 1)) * (height - 8);
        const points = losses.flatMap((loss, i) => (Number.isFinite(loss) ? [`${x(i).toFixed(1)},${y(loss).toFixed(1)}`] : []));
        const label = text("train.curve", losses.length - 1);
        return svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": label }, svg("polyline", { points: points.join(" ") }));
    }
}
