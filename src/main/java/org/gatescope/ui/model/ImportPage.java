package org.gatescope.ui.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.gatescope.format.FormatException;
import org.gatescope.format.weights.ImportChoices;
import org.gatescope.format.weights.ImportChoices.Outcome;
import org.gatescope.format.weights.ImportChoices.Recognised;
import org.gatescope.format.weights.ImportChoices.Refused;
import org.gatescope.format.weights.ImportedModel;
import org.gatescope.format.weights.Neighbours;
import org.gatescope.session.Background;
import org.gatescope.session.BackgroundTask;
import org.gatescope.session.Session;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.ProblemLabel;
import org.gatescope.ui.theme.Theme;

/**
 * What a model file holds, at the left; what was recognised in it, at the right. Nothing outside of it changes before it
 * is opened.
 */
public final class ImportPage extends BorderPane {
    private static final Texts TEXTS = Texts.of(ImportPage.class);
    private static final double LEFT = 0.4;
    /** In pixels, with all columns of the tables. */
    private static final double LEAST_LEFT = 264;

    private static final double LEAST_RIGHT = 356;
    private static final double LEAST_HEIGHT = 250;

    private final ObjectProperty<ImportChoices> choices;
    private final String title;
    private final BackgroundTask opening;
    private final BackgroundTask looking;
    private final BackgroundTask comparing;
    private final Subscription worn;
    private final Label summary = new Label();
    private final ProblemLabel problem = new ProblemLabel();
    private final Label notes = muted("import-notes");
    private final Label leftOut = muted("import-left-out");
    private final TensorTree tree;
    private final TensorView map;
    private final ChoicesForm form;
    private final ParameterTable parameters;
    private final VectorCard vector;
    private final Button open = new Button(TEXTS.get("open"));

    /** What the page asks of the window that it is in. */
    public interface Host {
        /** A file with a test vector; empty if the user thinks better of it. */
        Optional<Path> vector();

        /** The session that was made of what was chosen; the page is done. */
        void open(ImportChoices chosen, Session session);

        /** The user thinks better of it. */
        void cancel();
    }

    /**
     * @param title of the session that is made
     * @param theme that it wears
     */
    public ImportPage(
            String title, ImportChoices first, ObservableValue<Theme> theme, Background background, Host host) {
        this.title = title;
        choices = new SimpleObjectProperty<>(first);
        opening = background.task();
        looking = background.task();
        map = new TensorView(looking);
        tree = new TensorTree(first.file().tensors(), map::show);
        form = new ChoicesForm(choices);
        parameters = new ParameterTable(this::light);
        comparing = background.task();
        vector = new VectorCard(host::vector, comparing);
        worn = theme.subscribe(map::wear);
        getStyleClass().add("import-page");
        setTop(heading());
        setCenter(middle());
        setBottom(buttons(host));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                host.cancel();
            }
        });
        choices.subscribe(this::show);
        show();
    }

    /** Ends what is under way. */
    public void close() {
        worn.unsubscribe();
        List.of(opening, looking, comparing).forEach(BackgroundTask::cancel);
    }

    @Override
    public String getUserAgentStylesheet() {
        return Objects.requireNonNull(ImportPage.class.getResource("import.css"))
                .toExternalForm();
    }

    private static Label muted(String id) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }

    private Node heading() {
        summary.setId("import-summary");
        summary.getStyleClass().add("import-summary");
        summary.setWrapText(true);
        summary.setMinHeight(Region.USE_PREF_SIZE);
        summary.managedProperty().bind(summary.textProperty().isNotEmpty());
        problem.setId("import-problem");
        VBox heading = new VBox(summary, problem, notes);
        heading.getStyleClass().add("import-heading");
        return heading;
    }

    private Node middle() {
        SplitPane left = new SplitPane(tree, map);
        left.setOrientation(Orientation.VERTICAL);
        Label title = new Label(TEXTS.get("parameters"));
        title.getStyleClass().add("section-title");
        VBox.setVgrow(parameters, Priority.ALWAYS);
        VBox right = new VBox(form, title, parameters, leftOut, vector);
        right.getStyleClass().add("import-right");
        ScrollPane scrolled = new ScrollPane(right);
        scrolled.setFitToWidth(true);
        scrolled.setFitToHeight(true);
        scrolled.setFocusTraversable(false);
        left.setMinWidth(LEAST_LEFT);
        scrolled.setMinWidth(LEAST_RIGHT);
        SplitPane middle = new SplitPane(left, scrolled);
        middle.setDividerPositions(LEFT);
        middle.setMinHeight(LEAST_HEIGHT);
        ScrollPane enough = new ScrollPane(middle); // much enlarged, or in a low window
        enough.setFitToWidth(true);
        enough.setFitToHeight(true);
        enough.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        enough.setFocusTraversable(false);
        enough.setMinSize(LEAST_LEFT + LEAST_RIGHT, 0);
        return enough;
    }

    private Node buttons(Host host) {
        open.setId("import-open");
        open.setDefaultButton(true);
        open.setOnAction(event -> {
            ImportChoices chosen = choices.get();
            open(session -> host.open(chosen, session));
        });
        Button cancel = new Button(TEXTS.get("cancel"));
        cancel.setId("import-cancel");
        cancel.setOnAction(event -> host.cancel());
        HBox buttons = new HBox(cancel, open);
        buttons.getStyleClass().add("import-buttons");
        return buttons;
    }

    private void show() {
        Outcome outcome = choices.get().outcome();
        form.show();
        Optional<ImportedModel> model = switch (outcome) {
            case Recognised(ImportedModel recognised, Neighbours beside) -> {
                summary.setText(ModelSummary.of(choices.get().candidate().maker(), recognised));
                problem.refuse("");
                notes.setText(String.join(" ", recognised.found().notes()));
                leftOut.setText(ModelSummary.leftOut(recognised, beside));
                yield Optional.of(recognised);
            }
            case Refused(String sentence) -> {
                summary.setText("");
                problem.refuse(sentence);
                notes.setText("");
                leftOut.setText("");
                yield Optional.empty();
            }
        };
        String prefix = choices.get().candidate().prefix();
        open.setDisable(model.isEmpty());
        parameters.show(model.map(made -> ParameterRow.of(made.whole(), prefix)).orElse(List.of()));
        map.show(model.map(ImportedModel::whole));
        tree.show(
                model.map(made -> made.whole().tensors()).orElse(Set.of()),
                model.flatMap(made -> made.found().tensors().stream().findFirst()));
        vector.show(model);
    }

    private void light(ParameterRow row) {
        tree.select(row.first());
        map.light(row.parameter());
    }

    private void open(Consumer<Session> onOpen) {
        if (choices.get().outcome() instanceof Recognised recognised) {
            open.setDisable(true);
            opening.start(
                    progress -> made(recognised.model()),
                    made -> made.into(onOpen, this::refuse),
                    failure -> refuse(failure.sentence()));
        }
    }

    private void refuse(String sentence) {
        open.setDisable(false);
        problem.refuse(sentence);
    }

    /** A session, or a sentence that says why there is none. */
    private record Made(Optional<Session> session, String problem) {
        void into(Consumer<Session> onMade, Consumer<String> onRefused) {
            session.ifPresentOrElse(onMade, () -> onRefused.accept(problem));
        }
    }

    private Made made(ImportedModel model) {
        try {
            return new Made(Optional.of(model.session(title)), "");
        } catch (FormatException e) {
            return new Made(Optional.empty(), String.valueOf(e.getMessage()));
        }
    }
}
