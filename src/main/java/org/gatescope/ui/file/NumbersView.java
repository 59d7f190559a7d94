package org.gatescope.ui.file;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Reveal;

/** The quantities of a run, to be chosen for a file: check boxes under a search, which hides some but unchecks none. */
final class NumbersView extends VBox {
    private static final Texts TEXTS = Texts.of(NumbersView.class);
    private static final double WIDTH = 340;
    private static final double HEIGHT = 280;
    private static final double BESIDE = 8;

    private final TextField search = new TextField();
    private final List<CheckBox> boxes;
    private final Label count = new Label();
    private final Button write = new Button(TEXTS.get("numbers.write"));
    private final int least;

    /**
     * @param names   of all quantities
     * @param checked at first
     */
    NumbersView(List<String> names, Set<String> checked) {
        this(names, checked, 1);
    }

    /** @param least how many have to be chosen, 0 or 1 */
    NumbersView(List<String> names, Set<String> checked, int least) {
        this.least = least;
        getStyleClass().add("numbers-view");
        search.setId("numbers-search");
        search.setPromptText(TEXTS.get("numbers.search"));
        search.setAccessibleText(TEXTS.get("numbers.search"));
        VBox list = new VBox();
        list.getStyleClass().add("numbers-list");
        ScrollPane pane = new ScrollPane(list);
        pane.setFitToWidth(true);
        pane.setFocusTraversable(false);
        pane.setPrefViewportWidth(WIDTH);
        pane.setPrefViewportHeight(HEIGHT);
        boxes = names.stream().map(name -> box(name, checked.contains(name))).toList();
        list.getChildren().addAll(boxes);
        getChildren().addAll(search, pane, below());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        search.textProperty().subscribe(this::filter);
        count();
    }

    /** A sentence above all. @param example in the field for searching */
    void setNote(String sentence, String example) {
        search.setPromptText(example);
        search.setAccessibleText(example);
        Label note = new Label(sentence);
        note.setId("numbers-note");
        note.setWrapText(true);
        note.setMaxWidth(WIDTH);
        getChildren().addFirst(note);
    }

    /** @param action given the names that were chosen */
    void setOnWrite(Consumer<Set<String>> action) {
        write.setOnAction(event -> action.accept(chosen()));
    }

    /** Enter writes, from buttons apart, whatever has the focus; a check box would take it for itself. */
    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !(event.getTarget() instanceof Button)) {
            write.fire();
            event.consume();
        }
    }

    private CheckBox box(String name, boolean isChecked) {
        CheckBox box = new CheckBox(name);
        box.setMnemonicParsing(false);
        box.setSelected(isChecked);
        box.setOnAction(event -> count());
        box.managedProperty().bind(box.visibleProperty());
        box.focusedProperty().subscribe(is -> {
            if (is) {
                Reveal.inItsPage(box, BESIDE);
            }
        });
        return box;
    }

    private HBox below() {
        count.setId("numbers-count");
        count.getStyleClass().add("muted");
        Button none = new Button(TEXTS.get("numbers.none"));
        none.setId("numbers-none");
        none.setOnAction(event -> {
            boxes.forEach(box -> box.setSelected(false));
            count();
        });
        write.setId("numbers-write");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox below = new HBox(count, gap, none, write);
        below.setAlignment(Pos.CENTER_LEFT);
        below.getStyleClass().add("numbers-buttons");
        return below;
    }

    private void filter(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        boxes.forEach(
                box -> box.setVisible(box.getText().toLowerCase(Locale.ROOT).contains(wanted)));
    }

    private void count() {
        int chosen = chosen().size();
        count.setText(TEXTS.get("numbers.count", chosen, boxes.size()));
        write.setDisable(chosen < least);
    }

    private Set<String> chosen() {
        return boxes.stream()
                .filter(CheckBox::isSelected)
                .map(CheckBox::getText)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String getUserAgentStylesheet() {
        return NumbersView.class.getResource("numbers.css").toExternalForm();
    }
}
