package org.gatescope.ui.tables;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Network;
import org.gatescope.engine.PartKey;
import org.gatescope.engine.ReadOut;
import org.gatescope.session.Session;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.TwoEnds;
import org.gatescope.ui.desk.Selection;
import org.gatescope.ui.words.CellName;

/** The network from its input to its read-out, a line each; the one that is selected is what the tables below belong to. */
final class Outline extends VBox {
    /** What a line's button needs beside the line, in pixels. */
    private static final double BESIDE = 22;

    private static final int RATE_DIGITS = 3;
    private static final Texts TEXTS = Texts.of(Outline.class);
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Selection selection;
    private final Node settings;

    /** A line: what it selects, its name, and what there is to say of it. */
    private record Line(String id, String part, String name, String detail) {}

    private List<Line> lines = List.of();
    private List<Button> buttons = List.of();

    /** @param settings of what is selected: they stand below its line */
    Outline(Selection selection, Node settings) {
        this.selection = selection;
        this.settings = settings;
        getStyleClass().add("outline");
        selection.part().subscribe(this::mark);
    }

    void show(Session session) {
        List<Line> now = lines(session);
        if (!now.equals(lines)) {
            lines = now;
            buttons = now.stream().map(this::button).toList();
            mark();
        }
    }

    private static List<Line> lines(Session session) {
        List<Line> lines = new ArrayList<>();
        Network network = session.network();
        lines.add(new Line("input", Selection.INPUT, TEXTS.get("outline.input"), input(session)));
        for (int i = 0; i < network.layers().size(); i++) {
            Layer layer = network.layers().get(i);
            String name = TEXTS.get("outline.layer", i + 1, CellName.brief(layer.cell()));
            lines.add(new Line("layer-" + (i + 1), network.key(i), name, layer(layer)));
        }
        lines.add(new Line("read-out", ReadOut.KEY, TEXTS.get("outline.read-out"), readOut(session)));
        return lines;
    }

    private static String input(Session session) {
        String key = session.vocabulary().isEmpty() ? "outline.numbers" : "outline.words";
        String inputs = TEXTS.get(key, session.network().inputs());
        return session.network()
                .embedding()
                .map(table -> TEXTS.get("outline.embedded", inputs, table.columns()))
                .orElse(inputs);
    }

    private static String layer(Layer layer) {
        String key = switch (layer.directions()) {
            case FORWARD -> "outline.forward";
            case REVERSE -> "outline.reverse";
            case BOTH -> "outline.both";
            case TIED -> "outline.tied";
        };
        String units = TEXTS.get(key, layer.hidden());
        String outputs =
                layer.outputs() == layer.hidden() ? units : TEXTS.get("outline.narrower", units, layer.outputs());
        String dropped = layer.dropout().drops()
                ? TEXTS.get(
                        "outline.dropout",
                        outputs,
                        Numerals.brief(layer.dropout().rate(), RATE_DIGITS))
                : outputs;
        return switch (layer.shortcut()) {
            case NONE -> dropped;
            case ADDED -> TEXTS.get("outline.residual", dropped);
            case CONCATENATED -> TEXTS.get("outline.skip", dropped);
        };
    }

    private static String readOut(Session session) {
        return session.network()
                .readOut()
                .map(dense -> dense.hasWeights() ? dense(dense) : states(dense))
                .orElse(TEXTS.get("outline.none"));
    }

    private static String dense(ReadOut dense) {
        return TEXTS.get(
                dense.everyStep() ? "outline.every" : "outline.last",
                TEXTS.get("activation." + dense.activation().name()),
                dense.outputs());
    }

    private static String states(ReadOut states) {
        return TEXTS.get(states.everyStep() ? "outline.states.every" : "outline.states.last", states.outputs());
    }

    private Button button(Line line) {
        Label name = new Label(line.name());
        name.getStyleClass().add("strong");
        Label detail = new Label(line.detail());
        detail.getStyleClass().add("muted");
        TwoEnds content = new TwoEnds(name, detail);
        content.getStyleClass().add("outline-line");
        content.setMinWidth(0);
        Button button = new LineButton(content);
        button.setId("outline-" + line.id());
        button.getStyleClass().setAll("outline-card", "outline-button");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(line.name() + ", " + line.detail());
        content.prefWidthProperty().bind(button.widthProperty().subtract(BESIDE));
        button.setOnAction(event -> selection.part().set(line.part()));
        return button;
    }

    /** As high as its line is in the width that it gets: one made wider would keep the height of two lines. */
    private static final class LineButton extends Button {
        private final TwoEnds line;

        LineButton(TwoEnds line) {
            super("", line);
            this.line = line;
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double width) {
            double room = width < 0 ? getWidth() : width;
            return snappedTopInset() + line.prefHeight(Math.max(0, room - BESIDE)) + snappedBottomInset();
        }

        @Override
        protected double computeMinHeight(double width) {
            return computePrefHeight(width);
        }

        @Override
        protected double computeMaxHeight(double width) {
            return computePrefHeight(width);
        }
    }

    /** One key for a layer, in whichever directions it reads. */
    private static String forward(String part) {
        return PartKey.read(part)
                .map(key -> new PartKey(key.layer(), false).text())
                .orElse(part);
    }

    /** The line of a layer is that of both its directions. */
    private void mark() {
        String part = forward(selection.part().get());
        List<Node> parts = new ArrayList<>();
        for (int i = 0; i < buttons.size(); i++) {
            boolean isSelected = forward(lines.get(i).part()).equals(part);
            buttons.get(i).pseudoClassStateChanged(SELECTED, isSelected);
            parts.add(buttons.get(i));
            if (isSelected) {
                parts.add(settings);
            }
        }
        if (!parts.equals(getChildren())) {
            getChildren().setAll(parts);
        }
    }
}
