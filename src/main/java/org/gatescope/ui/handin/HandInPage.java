package org.gatescope.ui.handin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gatescope.format.FormatException;
import org.gatescope.format.session.SavedSession;
import org.gatescope.lesson.Lesson;
import org.gatescope.session.Background;
import org.gatescope.session.BackgroundTask;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.ProblemLabel;

/** The table of what was handed in, with the answer that is chosen, and what each question came to. */
public final class HandInPage extends BorderPane {
    private static final Texts TEXTS = Texts.of(HandInPage.class);
    private static final double NAME = 170;
    private static final double SCORE = 84;
    private static final double ANSWER = 100;
    private static final double ROW = 28;
    private static final double BELOW = 190;

    /** What the page asks of the app. */
    public interface Host {
        /** Files that were handed in; none if the user thinks better of it. */
        List<Path> files();

        /** A folder of them. */
        List<Path> folder();

        /** The lesson that is open. */
        Optional<SavedSession> reference();

        /** Opens one of them. */
        void open(Path file);

        /** Writes a table where the user wants it. @return what is said of that; empty if they think better of it */
        String write(String name, String csv);
    }

    private final Host host;
    private final BackgroundTask reading;
    private final TableView<HandedIn> table = new TableView<>();
    private final Label title = new Label(TEXTS.get("empty"));
    private final ProblemLabel said = new ProblemLabel();
    private final ProgressBar progress = new ProgressBar();
    private final VBox details = new VBox();
    private final VBox totals = new VBox();
    private final Button export = button("export", this::export);
    private final Button open = button("open", this::openChosen);
    private final CheckBox named = new CheckBox(TEXTS.get("named"));
    private HandedInLessons lessons = HandedInLessons.NONE;

    public HandInPage(Host host, Background background) {
        this.host = host;
        reading = background.task();
        setId("handed-in");
        getStyleClass().addAll("panel", "hand-in");
        progress.progressProperty().bind(reading.progress());
        progress.visibleProperty().bind(reading.working());
        progress.managedProperty().bind(progress.visibleProperty());
        named.setId("hand-in-named");
        named.setTooltip(new Tooltip(TEXTS.get("named.tip")));
        FlowPane tools = new FlowPane(
                button("files", () -> read(host.files())),
                button("folder", () -> read(host.folder())),
                export,
                named,
                open,
                progress);
        tools.getStyleClass().add("hand-in-tools");
        title.getStyleClass().add("strong");
        title.setId("hand-in-title");
        title.setWrapText(true);
        said.setId("hand-in-said");
        VBox top = new VBox(title, tools, said);
        top.getStyleClass().add("hand-in-top");
        setTop(top);
        table.setId("hand-in-table");
        table.setFixedCellSize(ROW);
        table.setPlaceholder(new Label(TEXTS.get("placeholder")));
        table.getSelectionModel().setCellSelectionEnabled(true);
        table.getSelectionModel().getSelectedCells().subscribe(this::choose);
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openChosen();
                event.consume();
            }
        });
        setCenter(table);
        details.getStyleClass().add("hand-in-details");
        totals.getStyleClass().add("hand-in-details");
        setBottom(below());
        show(HandedInLessons.NONE);
    }

    private BorderPane below() {
        BorderPane below = new BorderPane(scrolled(totals));
        ScrollPane left = scrolled(details);
        left.prefWidthProperty().bind(below.widthProperty().divide(2));
        below.setLeft(left);
        below.setPrefHeight(BELOW);
        return below;
    }

    private static ScrollPane scrolled(Region content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("hand-in-scroll");
        return scroll;
    }

    private static Button button(String key, Runnable action) {
        Button button = new Button(TEXTS.get(key));
        button.setId("hand-in-" + key);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    @Override
    public String getUserAgentStylesheet() {
        return Objects.requireNonNull(HandInPage.class.getResource("handin.css"))
                .toExternalForm();
    }

    /** Lets go of what it reads. */
    public void close() {
        reading.cancel();
    }

    /** What reading gave, or why there is nothing. */
    private record Outcome(HandedInLessons lessons, String problem) {}

    private void read(List<Path> files) {
        if (files.isEmpty()) {
            return;
        }
        Optional<SavedSession> reference = host.reference();
        said.refuse("");
        reading.start(
                report -> {
                    try {
                        return new Outcome(HandedInLessons.read(files, reference, report), "");
                    } catch (FormatException e) {
                        return new Outcome(HandedInLessons.NONE, String.valueOf(e.getMessage()));
                    }
                },
                outcome -> {
                    show(outcome.lessons());
                    said.refuse(outcome.problem());
                },
                failure -> said.refuse(failure.sentence()));
    }

    private void show(HandedInLessons now) {
        lessons = now;
        long read = now.rows().stream().filter(HandedIn::isRead).count();
        title.setText(now.lesson()
                .map(Lesson::title)
                .map(name -> TEXTS.get("title", name, read))
                .orElse(TEXTS.get("empty")));
        export.setDisable(read == 0);
        open.setDisable(true);
        List<TableColumn<HandedIn, ?>> columns = new ArrayList<>();
        columns.add(nameColumn());
        columns.add(scoreColumn());
        List<Integer> steps = List.copyOf(now.questions().keySet());
        for (int i = 0; i < steps.size(); i++) {
            columns.add(markColumn(i, steps.get(i)));
        }
        table.getColumns().setAll(columns);
        table.setItems(FXCollections.observableArrayList(now.rows()));
        details.getChildren().setAll(muted(now.rows().isEmpty() ? "" : TEXTS.get("details")));
        totals.getChildren().clear();
        for (int i = 0; i < steps.size(); i++) {
            addTotals(i, steps.get(i));
        }
    }

    private static TableColumn<HandedIn, HandedIn> column(String title, double width) {
        TableColumn<HandedIn, HandedIn> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setPrefWidth(width);
        return column;
    }

    private static TableColumn<HandedIn, HandedIn> nameColumn() {
        TableColumn<HandedIn, HandedIn> column = column(TEXTS.get("column.file"), NAME);
        column.setComparator(Comparator.comparing(HandedIn::name));
        column.setCellFactory(of -> new WordsCell() {
            @Override
            String words(HandedIn row) {
                return row.name();
            }
        });
        return column;
    }

    private TableColumn<HandedIn, HandedIn> scoreColumn() {
        TableColumn<HandedIn, HandedIn> column = column(TEXTS.get("column.score"), SCORE);
        column.setComparator(Comparator.comparing(HandedIn::isRead).thenComparing(HandedIn::score));
        column.setCellFactory(of -> new WordsCell() {
            @Override
            String words(HandedIn row) {
                return row.isRead() ? TEXTS.get("score", row.score(), lessons.judged()) : TEXTS.get("unread");
            }
        });
        return column;
    }

    private TableColumn<HandedIn, HandedIn> markColumn(int at, int step) {
        TableColumn<HandedIn, HandedIn> column = column("", ANSWER);
        Label heading = new Label(TEXTS.get("column.step", step));
        heading.setTooltip(new Tooltip(prompt(step)));
        column.setGraphic(heading);
        column.setUserData(at);
        column.setComparator(Comparator.comparing(HandedIn::isRead)
                .reversed()
                .thenComparing(row -> row.isRead() ? row.marks().get(at).kind() : Mark.Kind.GONE)
                .thenComparing(row -> row.isRead() ? row.marks().get(at).answer() : ""));
        column.setCellFactory(of -> new MarkCell(at));
        return column;
    }

    /** In words alone. */
    private String prompt(int step) {
        return Objects.requireNonNull(lessons.questions().get(step))
                .prompt()
                .replaceAll("\\]\\([^)]*\\)|[`*\\[\\]]", "");
    }

    private abstract static class WordsCell extends TableCell<HandedIn, HandedIn> {
        abstract String words(HandedIn row);

        @Override
        protected void updateItem(HandedIn row, boolean isEmpty) {
            super.updateItem(row, isEmpty);
            setText(isEmpty || row == null ? "" : words(row));
        }
    }

    private static final class MarkCell extends WordsCell {
        private final int at;

        MarkCell(int at) {
            this.at = at;
            getStyleClass().add("hand-in-mark");
        }

        @Override
        String words(HandedIn row) {
            if (!row.isRead()) {
                return "";
            }
            Mark mark = row.marks().get(at);
            String answer = mark.answer().isEmpty() ? mark.kind().words() : mark.answer();
            return TEXTS.get(
                    "cell", mark.kind().sign(), answer.lines().findFirst().orElse(""));
        }

        @Override
        protected void updateItem(HandedIn row, boolean isEmpty) {
            super.updateItem(row, isEmpty);
            Mark.Kind kind = isEmpty || row == null || !row.isRead()
                    ? Mark.Kind.OPEN
                    : row.marks().get(at).kind();
            for (Mark.Kind each : Mark.Kind.values()) {
                pseudoClassStateChanged(PseudoClass.getPseudoClass(each.key()), each == kind);
            }
        }
    }

    private void choose() {
        List<TablePosition> chosen = List.copyOf(table.getSelectionModel().getSelectedCells());
        HandedIn row = table.getSelectionModel().getSelectedItem();
        open.setDisable(row == null);
        if (row == null || chosen.isEmpty()) {
            return;
        }
        Label name = new Label(row.name());
        name.getStyleClass().add("strong");
        details.getChildren().setAll(name);
        if (!row.isRead()) {
            details.getChildren().add(wrapped(row.problem()));
        } else if (chosen.getFirst().getTableColumn().getUserData() instanceof Integer at) {
            int step = List.copyOf(lessons.questions().keySet()).get(at);
            Mark mark = row.marks().get(at);
            details.getChildren()
                    .addAll(
                            muted(TEXTS.get("asked", step, prompt(step))),
                            wrapped(mark.sentence().isEmpty() ? mark.kind().words() : mark.sentence()));
        } else {
            details.getChildren().add(wrapped(TEXTS.get("score.sentence", row.score(), lessons.judged())));
        }
    }

    private void addTotals(int at, int step) {
        Map<Mark.Kind, Long> counts = lessons.counts(at);
        String words = Stream.of(Mark.Kind.values())
                .filter(counts::containsKey)
                .map(kind -> TEXTS.get("count", kind.sign(), counts.get(kind), kind.words()))
                .collect(Collectors.joining("   "));
        totals.getChildren().add(wrapped(TEXTS.get("total", step, words)));
        lessons.mistakes(at)
                .forEach((sentence, count) -> totals.getChildren().add(muted(TEXTS.get("mistake", count, sentence))));
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label muted(String text) {
        Label label = wrapped(text);
        label.getStyleClass().add("muted");
        return label;
    }

    private void openChosen() {
        HandedIn row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            host.open(row.file());
        }
    }

    private void export() {
        String name = lessons.lesson().map(Lesson::title).orElse("");
        String sentence = host.write(name, HandInCsv.of(lessons, named.isSelected()));
        said.tell(sentence);
    }
}
