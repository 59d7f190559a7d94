package org.gatescope.ui.equations;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.gatescope.cell.Formula;
import org.gatescope.picture.FormulaText;
import org.gatescope.picture.Typeface;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.text.Texts;
import org.gatescope.ui.equations.EquationLine.Progress;
import org.gatescope.ui.formula.FormulaView;
import org.gatescope.ui.theme.Fonts;
import org.jspecify.annotations.Nullable;

/** A line in the list: its formula, and its shape at the right. The formula is made anew only where its mark moves. */
final class LineCell extends ListCell<EquationLine> {
    static final double SIZE = 15;
    /** Beside formula and shape: insets, a gap, and a scroll bar. */
    private static final double BESIDE = 48;

    private static final double SHAPE_SIZE = 11;
    private static final double LEAST = 27;
    /** Above and below a formula together. */
    private static final double ABOUT = 8;

    private static final Texts TEXTS = Texts.of(LineCell.class);
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final PseudoClass TO_COME = PseudoClass.getPseudoClass("to-come");
    private static final PseudoClass BACKWARD = PseudoClass.getPseudoClass("backward");

    private final LineStops stops;
    private final Node stop;
    private final Supplier<Playhead> playhead;
    private final Label shape = new Label();
    private final Region space = new Region();
    private final HBox row = new HBox();
    private @Nullable FormulaView view;
    private @Nullable EquationLine made;
    private int madeFor = -1;
    private double madeWide;
    private @Nullable Spoken spoken;

    LineCell(LineStops stops, Supplier<Playhead> playhead, Consumer<EquationLine> onChoose) {
        this.stops = stops;
        this.playhead = playhead;
        stop = stops.mark(this::getItem);
        getStyleClass().add("equation");
        shape.getStyleClass().add("shape");
        shape.setMinWidth(USE_PREF_SIZE);
        row.getStyleClass().add("equation-row");
        HBox.setHgrow(space, Priority.ALWAYS);
        setPrefWidth(0);
        setOnMouseClicked(event -> {
            EquationLine line = getItem();
            if (line != null && event.getButton() == MouseButton.PRIMARY) {
                onChoose.accept(line);
            }
        });
    }

    /** What is left for the formula of a line in a list so wide. */
    static double room(EquationLine line, double width) {
        Text shape = new Text(line.shape());
        shape.setFont(Fonts.of(Typeface.TEXT, SHAPE_SIZE));
        return width <= 0
                ? Double.MAX_VALUE
                : width - BESIDE - shape.getLayoutBounds().getWidth();
    }

    /** Of a line with this formula. */
    static double height(FormulaView formula) {
        return Math.max(LEAST, formula.prefHeight(-1) + ABOUT);
    }

    @Override
    protected double computePrefHeight(double width) {
        return view == null ? LEAST : height(view);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void updateItem(@Nullable EquationLine line, boolean empty) {
        super.updateItem(line, empty);
        light();
    }

    /** Shows where the playhead is. */
    void light() {
        EquationLine line = getItem();
        if (line == null || isEmpty()) {
            setGraphic(null);
            setAccessibleText(null);
            spoken = null;
            made = null;
            view = null;
            pseudoClassStateChanged(LIT, false);
            pseudoClassStateChanged(TO_COME, false);
            return;
        }
        Playhead now = playhead.get();
        Progress progress = line.progress(now);
        show(line, marked(line, now));
        stops.show(stop, line);
        pseudoClassStateChanged(LIT, progress == Progress.LIT);
        pseudoClassStateChanged(TO_COME, progress == Progress.TO_COME);
        pseudoClassStateChanged(BACKWARD, line.phase() == Phase.BACKWARD);
        speak(new Spoken(line, progress, stops.spoken(line)));
    }

    /** What a screen reader is told; put into words only where it changes, as each operation lights all cells anew. */
    private record Spoken(EquationLine line, Progress progress, String stop) {
        String words() {
            return TEXTS.get("line." + progress, FormulaText.of(line.formula()), line.shape()) + stop;
        }
    }

    private void speak(Spoken now) {
        if (!now.equals(spoken)) {
            spoken = now;
            setAccessibleText(now.words());
        }
    }

    /** A line that is a single operation is lit as a whole. */
    private static int marked(EquationLine line, Playhead now) {
        return line.played().operations().size() > 1 ? line.lit(now) : -1;
    }

    private void show(EquationLine line, int operation) {
        double room = room(line, getListView().getWidth());
        if (!line.equals(made) || operation != madeFor || room != madeWide || getGraphic() == null) {
            made = line;
            madeFor = operation;
            madeWide = room;
            Formula formula = operation < 0 ? line.formula() : line.formula(operation);
            shape.setText(line.shape());
            view = new FormulaView(formula, SIZE, room);
            row.getChildren().setAll(stop, view, space, shape);
            setGraphic(row);
        }
    }
}
