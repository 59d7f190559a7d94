package org.gatescope.ui.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Reveal;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The cells in groups of kindred ones, a line each: its name, and who describes it. Typing searches, the arrows walk, Enter
 * chooses.
 */
final class CellsView extends VBox {
    private static final Texts TEXTS = Texts.of(CellsView.class);
    private static final double WIDTH = 460;

    private final BiConsumer<String, Cell> onChoose;
    private final TextField search = new TextField();
    private final ScrollPane pane;
    private final Label none = new Label(TEXTS.get("cells.none"));
    private final VBox list = new VBox();
    private final List<List<OfferedCell>> builtIn = OfferedCell.builtIn();
    private final List<VBox> groups = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private Optional<Cell> now = Optional.empty();
    private Runnable onDone = () -> {};

    /** An offered cell with its button. */
    private final class Line {
        private final OfferedCell offered;
        private final Button button;

        Line(OfferedCell offered) {
            this.offered = offered;
            FontIcon mark = new FontIcon(Feather.CHECK);
            mark.setVisible(isNow(offered));
            Label name = new Label(offered.name());
            name.setMinWidth(USE_PREF_SIZE);
            Label source = new Label(offered.source());
            source.getStyleClass().add("muted");
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            HBox line = new HBox(mark, name, gap, source);
            line.getStyleClass().add("cells-line");
            button = new Button("", line);
            button.setId(offered.id());
            button.getStyleClass().add("cells-entry");
            button.setMaxWidth(Double.MAX_VALUE);
            button.setAccessibleText(spoken());
            button.setTooltip(offered.cell().map(CellChoice::tooltip).orElse(null));
            button.setOnAction(event -> choose(offered));
            button.focusedProperty().subscribe(is -> {
                if (is) {
                    Reveal.inItsPage(button, 8);
                }
            });
            if (offered.cell().isEmpty()) {
                name.setText(TEXTS.get("cell.broken", offered.name(), offered.title()));
                name.setMinWidth(0);
                name.setWrapText(true);
                button.setDisable(true);
            }
        }

        private String spoken() {
            String key = isNow(offered) ? "cells.now.spoken" : "cell.broken";
            return TEXTS.get(key, offered.name(), offered.title());
        }
    }

    /** @param onChoose told what the chosen cell is called, and the cell */
    CellsView(BiConsumer<String, Cell> onChoose) {
        this.onChoose = onChoose;
        getStyleClass().add("cells-view");
        search.setId("cells-search");
        search.setPromptText(TEXTS.get("cells.search"));
        search.setAccessibleText(TEXTS.get("cells.search"));
        search.textProperty().subscribe(this::filter);
        none.setId("cells-none");
        none.getStyleClass().add("muted");
        list.getStyleClass().add("cells-list");
        pane = new ScrollPane(list);
        pane.setFitToWidth(true);
        pane.setFocusTraversable(false);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setPrefViewportWidth(WIDTH);
        VBox.setVgrow(pane, Priority.ALWAYS);
        getChildren().addAll(search, pane);
        addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
    }

    @Override
    public String getUserAgentStylesheet() {
        return Objects.requireNonNull(CellsView.class.getResource("cells.css")).toExternalForm();
    }

    /** @param hide told once a cell is chosen, before anyone is told which */
    void setOnDone(Runnable hide) {
        onDone = hide;
    }

    private void choose(OfferedCell offered) {
        onDone.run();
        offered.cell().ifPresent(cell -> onChoose.accept(offered.name(), cell));
    }

    /** Whose line is marked, once the list opens. */
    void mark(Cell cell) {
        now = Optional.of(cell);
    }

    /** Nothing is searched for yet. @param room how high the list may be, in pixels */
    void begin(List<OfferedCell> own, double room) {
        lines.clear();
        groups.clear();
        list.getChildren().setAll(none);
        builtIn.forEach(this::addGroup);
        addGroup(own);
        pane.setMaxHeight(room);
        search.clear();
        filter("");
        pane.setVvalue(0);
    }

    /** Whoever types searches; the cell that there is can be seen. */
    void search() {
        search.requestFocus();
        lines.stream().filter(line -> isNow(line.offered)).forEach(line -> {
            pane.applyCss();
            pane.layout();
            Reveal.inItsPage(line.button, 8);
        });
    }

    private void addGroup(List<OfferedCell> offered) {
        VBox group = new VBox();
        for (OfferedCell cell : offered) {
            Line line = new Line(cell);
            lines.add(line);
            group.getChildren().add(line.button);
        }
        groups.add(group);
        list.getChildren().add(group);
    }

    /** Sizes that a cell of the app declares may have other numbers. */
    private boolean isNow(OfferedCell offered) {
        return offered.cell().isPresent()
                && now.filter(cell -> offered.cell().get().equals(cell)
                                || BuiltInCells.nameOf(cell)
                                        .filter(name -> offered.id().equals("cell-" + name))
                                        .isPresent())
                        .isPresent();
    }

    private void filter(String typed) {
        for (Line line : lines) {
            put(line.button, line.offered.isMeant(typed));
        }
        for (VBox group : groups) {
            put(group, group.getChildren().stream().anyMatch(Node::isManaged));
        }
        put(none, lines.stream().noneMatch(line -> line.button.isManaged()));
    }

    private static void put(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    private List<Line> found() {
        return lines.stream()
                .filter(line -> line.button.isManaged() && !line.button.isDisabled())
                .toList();
    }

    /** Enter in the search chooses the first whose name has what was typed, or else the first. */
    private Optional<Line> best(List<Line> found) {
        return found.stream()
                .filter(line -> line.offered.isNamed(search.getText()))
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    private void walk(KeyEvent event) {
        List<Line> found = found();
        int at = found.stream().map(line -> line.button.isFocused()).toList().indexOf(true);
        KeyCode key = event.getCode();
        if (key == KeyCode.DOWN && at + 1 < found.size()) {
            found.get(at + 1).button.requestFocus();
        } else if (key == KeyCode.UP) {
            (at > 0 ? found.get(at - 1).button : search).requestFocus();
        } else if (key == KeyCode.ENTER && at < 0 && search.getText().isBlank()) {
            onDone.run(); // nothing was asked for
        } else if (key == KeyCode.ENTER) {
            (at < 0 ? best(found) : Optional.of(found.get(at))).ifPresent(line -> line.button.fire());
        } else {
            return;
        }
        event.consume();
    }
}
