package org.gatescope.ui.code;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.gatescope.format.FormatException;
import org.gatescope.format.code.CodeTarget;
import org.gatescope.format.code.PlayedCode;
import org.gatescope.format.code.SessionCode;
import org.gatescope.session.BackgroundTask;
import org.gatescope.session.Playhead;
import org.gatescope.session.Run;
import org.gatescope.session.Subscriptions;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.ChoiceNames;
import org.gatescope.ui.control.ProblemLabel;
import org.gatescope.ui.control.Shortcuts;
import org.gatescope.ui.control.TwoEnds;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.words.PartWords;
import org.gatescope.ui.words.PlayWords;
import org.jspecify.annotations.Nullable;

/**
 * The session as a program, made anew with each run. Where the playhead is, its line is lit; a line that stands for an
 * operation takes the playhead there.
 */
public final class CodePanel extends BorderPane {
    private static final Texts TEXTS = Texts.of(CodePanel.class);

    private final Workbench workbench;
    private final BackgroundTask writing;
    private final Subscriptions open = new Subscriptions();
    private final ChoiceBox<CodeTarget> target = new ChoiceBox<>();
    private final Button copy = new Button(TEXTS.get("copy"));
    private final Button save = new Button(TEXTS.get("save"));
    private final ProblemLabel notes = new ProblemLabel();
    private final ProgramList list = new ProgramList(this::choose);
    private final Label none = new Label(TEXTS.get("writing"));
    private final Label place = new Label();
    private final ProblemLabel said = new ProblemLabel();
    private @Nullable Made shown;

    /**
     * What has been made of a run, by a worker.
     *
     * @param played null where there is no such program, for a {@code reason}
     */
    private record Made(
            Run run, CodeTarget target, @Nullable PlayedCode played, List<ProgramLine> lines, String reason) {}

    /** @param first the target to begin with */
    public CodePanel(Desk desk, CodeTarget first) {
        workbench = desk.workbench();
        writing = desk.background().task();
        getStyleClass().add("code-panel");
        getStylesheets()
                .add(Objects.requireNonNull(CodePanel.class.getResource("code.css"))
                        .toExternalForm());
        target.setId("code-target");
        target.getItems().setAll(CodeTarget.values());
        target.setConverter(ChoiceNames.of(item -> TEXTS.get("target." + item.id())));
        target.setValue(first);
        setTop(new VBox(heading(), notes));
        none.getStyleClass().add("muted");
        none.setWrapText(true);
        list.setPlaceholder(none);
        setCenter(list);
        setBottom(footer());
        target.valueProperty()
                .subscribe((before, now) -> beginAnew(workbench.shown().get().run()));
        open.add(workbench.follow((run, playhead) -> write(run), this::light), writing::cancel);
    }

    /** The keys begin in the program. */
    public void begin() {
        list.requestFocus();
    }

    /** Lets go of what it listens to, and of what is under way. */
    public void close() {
        open.unsubscribe();
    }

    private Node heading() {
        Label label = new Label(TEXTS.get("target"));
        label.setLabelFor(target);
        label.setMinWidth(USE_PREF_SIZE);
        target.setAccessibleText(label.getText());
        target.setTooltip(new Tooltip(TEXTS.get("target.tip")));
        copy.setId("code-copy");
        copy.setOnAction(event -> copy(shownText().lines().toList()));
        save.setId("code-save");
        offerToTake(false);
        HBox choices = new HBox(label, target);
        HBox buttons = new HBox(copy, save);
        List.of(choices, buttons).forEach(box -> box.getStyleClass().add("code-tools"));
        notes.setId("code-notes");
        notes.getStyleClass().add("code-notes");
        return padded(choices, buttons, "code-heading");
    }

    private Node footer() {
        place.setId("code-place");
        place.getStyleClass().add("muted");
        said.setId("code-said");
        said.tell(TEXTS.get("hint"));
        HBox ends = new HBox(said);
        ends.getStyleClass().add("code-tools");
        HBox near = new HBox(place);
        near.getStyleClass().add("code-tools");
        return padded(near, ends, "code-footer");
    }

    /** Two ends have no padding of their own. */
    private static Node padded(HBox near, HBox far, String style) {
        VBox box = new VBox(new TwoEnds(near, far));
        box.getStyleClass().add(style);
        return box;
    }

    /** Keys of the panel, and the tips that tell of them. */
    public void addShortcuts(Shortcuts shortcuts) {
        shortcuts
                .line("")
                .elsewhere(() -> copy(list.selected()), KeyCode.C, KeyCombination.SHORTCUT_DOWN)
                .as("copy")
                .everywhere(save::fire, KeyCode.S, KeyCombination.SHORTCUT_DOWN)
                .as("save");
        copy.setTooltip(new Tooltip(TEXTS.get("copy.tip", shortcuts.keysOf("copy"))));
        save.setTooltip(new Tooltip(TEXTS.get("save.tip", shortcuts.keysOf("save"))));
    }

    /** @param action given the run that is shown as a program, and for what */
    public void setOnSave(BiConsumer<Run, CodeTarget> action) {
        save.setOnAction(event -> {
            Made made = shown;
            if (made != null && made.played() != null) {
                action.accept(made.run(), made.target());
            }
        });
    }

    /** Which one is chosen now. */
    public CodeTarget target() {
        return target.getValue();
    }

    /** Says what became of something, below the program. */
    public void tell(String sentence) {
        said.tell(sentence);
    }

    /** Says why something was not done. */
    public void refuse(String sentence) {
        said.refuse(sentence);
    }

    /** For another target: there is nothing to copy until its program is there. */
    private void beginAnew(Run run) {
        writing.cancel();
        shown = null;
        none.setText(TEXTS.get("writing"));
        list.show(List.of());
        offerToTake(false);
        write(run);
    }

    private void write(Run run) {
        CodeTarget wanted = target.getValue();
        writing.keepUp(progress -> made(run, wanted), this::show, failure -> {
            show(new Made(run, wanted, null, List.of(), failure.sentence()));
        });
    }

    private static Made made(Run run, CodeTarget target) {
        try {
            SessionCode code = SessionCode.of(run, target);
            return new Made(
                    run, target, PlayedCode.of(code, run), ProgramLine.of(code, Lexicon.of(target.ending())), "");
        } catch (FormatException e) {
            return new Made(run, target, null, List.of(), String.valueOf(e.getMessage()));
        }
    }

    private void show(Made made) {
        shown = made;
        PlayedCode played = made.played();
        none.setText(made.reason());
        notes.tell(played == null ? "" : String.join(" ", played.code().notes()));
        offerToTake(played != null);
        list.show(made.lines());
        light(workbench.shown().get().playhead());
    }

    private void offerToTake(boolean isThere) {
        copy.setDisable(!isThere);
        save.setDisable(!isThere);
    }

    private String shownText() {
        return shown == null || shown.played() == null
                ? ""
                : shown.played().code().text();
    }

    private void light(Playhead now) {
        PlayedCode played = shown == null ? null : shown.played();
        if (played != null) {
            list.light(new ProgramCell.Lit(new HashSet<>(played.at(now)), now.phase()));
        }
        place.setText(place(now, played != null && played.at(now).isEmpty()));
    }

    /** Where the playhead is, as one line of the program stands for many. */
    private String place(Playhead now, boolean isNowhere) {
        return now.moment()
                .map(moment -> TEXTS.get(
                        isNowhere ? "place.nowhere" : "place",
                        PlayWords.phase(moment.phase()),
                        PartWords.brief(workbench.shown().get().run().session(), moment.part()),
                        moment.step()))
                .orElse(TEXTS.get("place.start"));
    }

    private void choose(int line) {
        PlayedCode played = shown == null ? null : shown.played();
        if (played != null) {
            workbench.move(now -> played.from(line, now).orElse(now));
        }
    }

    private void copy(List<String> lines) {
        ClipboardContent content = new ClipboardContent();
        content.putString(String.join("\n", lines) + "\n");
        Clipboard.getSystemClipboard().setContent(content);
        tell(TEXTS.get("copied", lines.size()));
    }
}
