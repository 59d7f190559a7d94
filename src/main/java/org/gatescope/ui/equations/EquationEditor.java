package org.gatescope.ui.equations;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Hint;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Network.Part;
import org.gatescope.session.NetworkChange;
import org.gatescope.session.Reshape;
import org.gatescope.session.Session;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.KeyText;
import org.gatescope.ui.control.ProblemLabel;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.desk.Notices;
import org.gatescope.ui.desk.Selection;
import org.gatescope.ui.settings.OwnCells;
import org.gatescope.ui.words.CellName;
import org.gatescope.ui.words.ChangeWords;

/**
 * The text of the selected layer's cell. What is typed is read at once; only a text that is a cell can be taken over, and
 * until then the layer keeps the one it has. A draft stays while its layer is there.
 */
final class EquationEditor extends VBox {
    private static final Texts TEXTS = Texts.of(EquationEditor.class);
    private static final KeyCombination COMMIT = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    private static final int MOST_HINTS = 4;

    private final Workbench workbench;
    private final Selection selection;
    private final Notices notices;
    private final SourceArea source = new SourceArea();
    private final ProblemLabel verdict = new ProblemLabel();
    private final Question question = new Question();
    private final OwnCellQuestions own;
    private final Button commit = button("commit", this::commit);
    private final Button revert = button("revert", this::revert);
    private final Button save = button("save", this::save);
    /** Texts that were typed and not taken over. */
    private final Map<Place, String> drafts = new HashMap<>();

    private CellDraft draft = CellDraft.of("");
    private Place place = new Place("", -1, "");
    private Runnable onClose = () -> {};

    /** What a text is a draft of: the cell of a layer of a session. Another cell there has other drafts. */
    private record Place(String session, int layer, String source) {}

    EquationEditor(Desk desk, OwnCells cells) {
        this.workbench = desk.workbench();
        this.selection = desk.selection();
        this.notices = desk.notices();
        own = new OwnCellQuestions(cells, question, verdict);
        StartMenu start = new StartMenu(cells, this::start, own::askDelete);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox tools = new HBox(start, space, revert, save, commit);
        tools.getStyleClass().add("editor-tools");
        commit.getStyleClass().add("accent");
        commit.setTooltip(KeyText.tip(TEXTS.get("commit.tip"), COMMIT));
        verdict.setId("cell-verdict");
        verdict.getStyleClass().addFirst("verdict");
        verdict.setMinHeight(USE_PREF_SIZE);
        getStyleClass().add("equation-editor");
        getChildren().addAll(source, verdict, question, tools);
        setVisible(false);
        question.setOnClose(() -> source.area().requestFocus());
        source.area().textProperty().subscribe(now -> read());
        source.area().addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        source.addEventHandler(KeyEvent.KEY_PRESSED, KeyEvent::consume); // typing is no matter of the window
    }

    void setOnClose(Runnable closed) {
        onClose = closed;
    }

    /** Shows the text and takes the focus. */
    void open() {
        follow();
        source.area().requestFocus();
    }

    private Optional<Part> part() {
        return workbench.session().get().part(selection.part().get());
    }

    /** Shows the selected layer's text: as it was typed, or as it is. */
    void follow() {
        if (!isVisible() || part().isEmpty()) {
            return;
        }
        Part part = part().orElseThrow();
        Place now = new Place(
                workbench.session().get().title(),
                part.index(),
                part.layer().cell().source());
        if (!now.equals(place)) {
            keep();
            place = now;
            show(drafts.getOrDefault(now, now.source()));
        }
        read();
    }

    /**
     * What was just taken over is there already: the caret stays where the user goes on typing. It is set all the same, so that
     * what is undone next is the taking over, not the typing.
     */
    private void show(String text) {
        TextArea area = source.area();
        int caret = text.equals(area.getText()) ? area.getCaretPosition() : 0;
        area.setText(text);
        area.positionCaret(caret);
    }

    private void keep() {
        String text = source.area().getText();
        if (place.layer() >= 0 && !text.equals(place.source())) {
            drafts.put(place, text);
        } else {
            drafts.remove(place);
        }
    }

    private void read() {
        String text = source.area().getText();
        if (!draft.text().equals(text)) {
            draft = CellDraft.of(text);
        }
        source.show(draft);
        boolean isTyped = !text.equals(place.source());
        commit.setDisable(draft.cell().isEmpty() || !isTyped);
        revert.setDisable(!isTyped);
        save.setDisable(draft.cell().isEmpty());
        draft.error()
                .map(wrong -> TEXTS.get("verdict.wrong", wrong.line(), wrong.column(), wrong.problem()))
                .ifPresentOrElse(verdict::refuse, () -> verdict.tell(words(isTyped) + hints()));
    }

    /** Of a text that is a cell. */
    private String words(boolean isTyped) {
        Optional<Cell> before = part().map(now -> now.layer().cell());
        if (!isTyped || before.isEmpty()) {
            return TEXTS.get("verdict.same");
        }
        List<String> added = draft.added(before.get());
        List<String> lost = draft.lost(before.get());
        String words = ChangeWords.of(added, lost);
        return words.isEmpty() ? TEXTS.get("verdict.kept") : words;
    }

    /** What may not be meant, one a line. */
    private String hints() {
        return draft.cell().map(Hint::of).orElse(List.of()).stream()
                .limit(MOST_HINTS)
                .map(hint -> "\n" + TEXTS.get("verdict.hint", hint.line(), hint.column(), hint.words()))
                .collect(Collectors.joining());
    }

    private void press(KeyEvent event) {
        if (COMMIT.match(event)) {
            commit();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            keep();
            onClose.run();
            event.consume();
        }
    }

    /** The layer gets the cell; the others stay as they are. */
    private void commit() {
        if (commit.isDisabled()) {
            return;
        }
        Cell cell = draft.cell().orElseThrow();
        Place committed = place;
        int index = place.layer();
        NetworkChange change = workbench.change(
                TEXTS.get("edit.cell", index + 1, CellName.of(cell)), session -> withCell(session, index, cell));
        String problem = workbench.problem().get().orElse("");
        if (problem.isEmpty()) {
            drafts.remove(committed);
            read();
            notices.tell(TEXTS.get("committed", ChangeWords.of(change)).strip());
            verdict.tell(TEXTS.get("committed", ChangeWords.of(change)).strip());
        } else {
            verdict.refuse(problem);
        }
    }

    private static Reshape withCell(Session session, int index, Cell cell) {
        Layer now = session.network().layers().get(index);
        return Reshape.withLayer(session, index, now.withCell(cell));
    }

    private void revert() {
        type(place.source());
    }

    private void start(String text) {
        type(text);
        source.area().requestFocus();
    }

    private void save() {
        String title = draft.cell().map(Cell::title).orElse("");
        own.askName(title, source.area()::getText, this::showSaved);
    }

    /** With its name as its title. */
    private void showSaved(String saved) {
        if (!saved.equals(source.area().getText())) {
            type(saved);
        }
    }

    /** As if it were typed, so that the text's own undo brings back what was there. */
    private void type(String text) {
        source.area().replaceText(0, source.area().getLength(), text);
    }

    private static Button button(String key, Runnable action) {
        Button button = new Button(TEXTS.get(key));
        button.setId("cell-" + key);
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }
}
