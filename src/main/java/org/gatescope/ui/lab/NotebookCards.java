package org.gatescope.ui.lab;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.gatescope.lesson.Notebook;
import org.gatescope.lesson.Notebook.Figure;
import org.gatescope.session.Session;
import org.gatescope.session.Workbench;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.jspecify.annotations.Nullable;

/** The five notebooks as written and corrected, their printed figures beside ours. */
final class NotebookCards extends VBox {
    private static final Texts TEXTS = Texts.of(NotebookCards.class);

    private final Workbench workbench;
    private final GridPane figures = new GridPane();
    private final Label caption = new Label();

    NotebookCards(Workbench workbench) {
        this.workbench = workbench;
        getStyleClass().add("notebooks");
        figures.getStyleClass().add("printed-figures");
        figures.setId("printed-figures");
        caption.setId("printed-caption");
        caption.setWrapText(true);
        for (Notebook notebook : Notebook.values()) {
            getChildren().add(card(notebook));
        }
        getChildren().addAll(caption, figures);
    }

    private VBox card(Notebook notebook) {
        Label title = new Label(notebook.title());
        title.setWrapText(true);
        Button written = button(notebook, "written");
        written.setDisable(notebook.written().isEmpty());
        written.setOnAction(event -> open(notebook, notebook.written().orElse(null), "written", notebook.figures()));
        Button corrected = button(notebook, "corrected");
        corrected.setOnAction(event -> open(notebook, notebook.corrected(), "corrected", notebook.correctedFigures()));
        return new VBox(title, new HBox(6, written, corrected));
    }

    private static Button button(Notebook notebook, String key) {
        Button button = new Button(TEXTS.get(key));
        button.setId("notebook-" + notebook.name().toLowerCase(Locale.ROOT) + "-" + key);
        button.getStyleClass().addAll("pill", "small");
        button.setAccessibleText(notebook.title() + ", " + TEXTS.get(key));
        return button;
    }

    private void open(Notebook notebook, @Nullable Session session, String key, List<Figure> printed) {
        if (session == null) {
            return;
        }
        workbench.open(TEXTS.get("notebook.open", notebook.name(), TEXTS.get(key)), session);
        long agreeing = printed.stream().filter(Figure::agrees).count();
        caption.setText(
                printed.isEmpty() ? TEXTS.get("figures.none") : TEXTS.get("figures." + key, agreeing, printed.size()));
        figures.getChildren().clear();
        if (!printed.isEmpty()) {
            figures.addRow(0, head(""), head(TEXTS.get("printed")), head(TEXTS.get("ours")), head(""));
        }
        for (int i = 0; i < printed.size(); i++) {
            Figure figure = printed.get(i);
            Label ours = new Label(Numerals.exact(rounded(figure)));
            ours.getStyleClass().add("figures");
            Label theirs = new Label(figure.printed());
            theirs.getStyleClass().add("figures");
            Label agrees = new Label(figure.agrees() ? "✓" : "✗");
            agrees.setAccessibleText(TEXTS.get(figure.agrees() ? "agrees" : "differs"));
            figures.addRow(i + 1, new Label(figure.name()), theirs, ours, agrees);
        }
    }

    /** To the digits that are printed. */
    private static double rounded(Figure figure) {
        return Double.isFinite(figure.ours())
                ? new BigDecimal(figure.ours())
                        .setScale(figure.digits(), RoundingMode.HALF_EVEN)
                        .doubleValue()
                : figure.ours();
    }

    private static Label head(String text) {
        Label head = new Label(text);
        head.getStyleClass().add("size-label");
        return head;
    }
}
