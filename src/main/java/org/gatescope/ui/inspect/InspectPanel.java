package org.gatescope.ui.inspect;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gatescope.explain.CoveredNumbers;
import org.gatescope.explain.Dependents;
import org.gatescope.explain.Explanation;
import org.gatescope.explain.NumberId;
import org.gatescope.explain.NumberId.Given;
import org.gatescope.explain.NumberId.GradientOfGiven;
import org.gatescope.session.BackgroundTask;
import org.gatescope.session.Playhead;
import org.gatescope.session.Run;
import org.gatescope.session.Subscriptions;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Fillable;
import org.gatescope.ui.control.KeyFocus;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.desk.Selection;
import org.jspecify.annotations.Nullable;

/**
 * “Why this number?”: shows the opened number of the selection, what it is made from, and the way by which one came. What
 * is opened here becomes the selection's; its sources are lit. While none is opened it shows what the operation at the
 * playhead has computed.
 */
public final class InspectPanel extends VBox {
    private static final Texts TEXTS = Texts.of(InspectPanel.class);
    private static final PseudoClass GRADIENT = PseudoClass.getPseudoClass("gradient");
    private static final double WIDTH = 270;
    private static final String FIRST_NUDGE = "0.001";

    private final Workbench workbench;
    private final Selection selection;
    private final Desk desk;
    private final Subscriptions open = new Subscriptions();
    private final BackgroundTask task;
    private final InspectBar tools = new InspectBar();
    private final Crumbs crumbs = new Crumbs();
    private final VBox paper = new VBox();
    private final ScrollPane scroll;
    private final Label notYet = note(TEXTS.get("not-yet"));
    private Trail trail = Trail.EMPTY;
    private @Nullable Run run;
    private @Nullable Explanation shown;
    private @Nullable NudgeCard nudge;
    private final PredictionController predictions;
    private final Throttle following = new Throttle(this::show);

    /** Shows whatever number the desk's selection opens. */
    public InspectPanel(Desk desk) {
        this.desk = desk;
        this.workbench = desk.workbench();
        this.selection = desk.selection();
        this.task = desk.background().task();
        predictions = new PredictionController(desk);
        getStyleClass().add("inspect");
        getStylesheets()
                .add(Objects.requireNonNull(InspectPanel.class.getResource("inspect.css"))
                        .toExternalForm());
        setPrefWidth(WIDTH);
        setMinWidth(Region.USE_PREF_SIZE);
        paper.getStyleClass().add("paper");
        tools.addTrail(crumbs);
        scroll = new ScrollPane(paper);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("why-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Fillable fillable = Fillable.enlarged(this, "why", TEXTS.get("title"))
                .byDoubleClick(tools)
                .titled(tools.title)
                .drawnAs(() -> List.of(paper));
        tools.getChildren().add(fillable.button());
        KeyFocus.comeLast(tools);
        getChildren().addAll(tools, scroll);
        listen();
    }

    /** Lets go of what it listens to, and of what is under way. */
    public void close() {
        open.unsubscribe();
    }

    private void listen() {
        tools.back.setOnAction(event -> back());
        tools.forward.setOnAction(event -> forward());
        tools.go.setOnAction(event -> trail.current().ifPresent(new GoThere(workbench, selection)::to));
        tools.close.setOnAction(event -> selection.opened().set(null));
        tools.copyText.setOnAction(event -> copy(false));
        tools.copyLatex.setOnAction(event -> copy(true));
        addEventFilter(
                MouseEvent.MOUSE_PRESSED,
                event -> turn(event, event.getButton() == MouseButton.BACK, event.getButton() == MouseButton.FORWARD));
        new ArrowKeys(this).install();
        open.add(
                selection.opened().subscribe(this::opened),
                workbench.follow(this::runChanged, this::moved),
                selection.sequence().subscribe(this::sequenceChosen),
                desk.covered().subscribe((before, now) -> show()),
                desk.theme().subscribe(this::recolour),
                task::cancel,
                following::stop,
                () -> forget(nudge));
    }

    private void turn(Event event, boolean isBack, boolean isForward) {
        if (isBack || isForward) {
            go(isBack ? trail.back() : trail.forward());
            event.consume();
        }
    }

    /** Leads the keys to where one says what a hidden number will be, if one is asked for. */
    public void ask() {
        predictions.ask();
    }

    /** To the number that was opened before. */
    public void back() {
        go(trail.back());
    }

    /** To the one that {@link #back} came from. */
    public void forward() {
        go(trail.forward());
    }

    /** Along the trail: the selection's opened number is the one there, and the playhead is where it was then. */
    private void go(Trail to) {
        trail = to;
        to.stop().ifPresent(stop -> {
            selection.opened().set(stop.number());
            workbench.move(now -> now.at(Math.min(stop.place(), now.schedule().length())));
        });
    }

    private void opened(@Nullable NumberId id) {
        trail = id == null ? Trail.EMPTY : selection.isPassing() ? trail.pass(id, place()) : trail.open(id, place());
        scroll.setVvalue(0);
        show();
    }

    private long place() {
        return workbench.shown().get().playhead().position();
    }

    private void moved(Playhead playhead) {
        trail = trail.moved(playhead.position());
        if (isFollowing()) {
            following.ask();
        } else {
            showWhetherComputed();
        }
    }

    private boolean isFollowing() {
        return trail.current().isEmpty();
    }

    private void runChanged(Run now, Playhead playhead) {
        run = now;
        predictions.forget();
        if (isFollowing()) {
            following.ask();
        } else {
            show();
        }
    }

    /** What depends on a weight is told of one sequence. */
    private void sequenceChosen() {
        if (isFollowing() || trail.current().orElse(null) instanceof Given) {
            show();
        }
    }

    private Optional<NumberId> subject(Run of) {
        return trail.current()
                .or(() -> JustComputed.at(of, workbench.shown().get().playhead(), selection.sequenceIn(of.session())));
    }

    private void show() {
        Run now = run;
        if (now == null) {
            return;
        }
        task.cancel();
        Optional<NumberId> id = subject(now);
        if (id.isPresent() && SlowExplanations.is(now.session(), id.get())) {
            show(now, Optional.empty(), note(TEXTS.get("working")));
            task.start(
                    progress -> Explanation.of(now, id.get(), progress),
                    why -> show(now, why, nothing()),
                    failure -> show(now, Optional.empty(), note(failure.sentence())));
        } else {
            show(now, id.flatMap(of -> Explanation.of(now, of)), nothing());
        }
    }

    /** @param otherwise what is said where there is no explanation, or not yet */
    private void show(Run now, Optional<Explanation> why, Label otherwise) {
        boolean hadFocus = ArrowKeys.haveFocus(paper);
        CoveredNumbers hidden = desk.hidden(now.session());
        Optional<Explanation> told = why.map(of -> of.hiding(hidden));
        shown = told.orElse(null);
        showTools(now, told.filter(of -> !hidden.hides(of.id())).isPresent());
        selection
                .lit()
                .set(why.filter(of -> !isFollowing())
                        .map(of -> Highlights.of(now, of))
                        .orElse(Set.of()));
        forget(nudge);
        paper.getChildren().clear();
        told.ifPresentOrElse(of -> write(now, of), () -> paper.getChildren().setAll(otherwise));
        pseudoClassStateChanged(GRADIENT, isGradient());
        recolour();
        if (hadFocus && !predictions.ask()) {
            ArrowKeys.openable(paper).stream().findFirst().orElse(paper).requestFocus();
        }
    }

    private void showTools(Run now, boolean isExplained) {
        tools.back.setDisable(!trail.hasBack());
        tools.forward.setDisable(!trail.hasForward());
        tools.go.setDisable(isFollowing() || !isExplained);
        tools.close.setDisable(isFollowing());
        tools.follows.setVisible(isFollowing() && isExplained);
        tools.follows.setManaged(tools.follows.isVisible());
        tools.copy.setDisable(!isExplained);
        crumbs.show(
                trail, id -> Explanation.symbol(now, id), new NumberWords(now.session()), place -> go(trail.at(place)));
    }

    private static void forget(@Nullable NudgeCard card) {
        if (card != null) {
            card.close();
        }
    }

    private void write(Run now, Explanation why) {
        NumberWords words = new NumberWords(now.session());
        CoveredNumbers hidden = desk.hidden(now.session());
        if (hidden.hides(why.id())) {
            paper.getChildren().addAll(notYet, predictions.card(now, why, words.of(why.id()), isFollowing()));
            showWhetherComputed();
            return;
        }
        ExplanationView view = new ExplanationView(why, words, selection.opened()::set);
        predictions.verdict(why.id()).ifPresent(paper.getChildren()::add);
        paper.getChildren().addAll(notYet, view);
        if (why.id() instanceof Given given) {
            List<NumberId> dependents = Dependents.of(now, given, selection.sequenceIn(now.session()));
            String size = nudge == null ? FIRST_NUDGE : nudge.size();
            paper.getChildren().add(new DependentsCard(now, dependents, hidden, words, selection.opened()::set));
            GradientOfGiven slope = new GradientOfGiven(given.table(), given.row(), given.column());
            if (!hidden.hides(slope) && !hidden.hides(new NumberId.Loss())) { // which it would give away
                nudge = new NudgeCard(desk.background(), now, given, size);
                paper.getChildren().add(nudge);
            }
        }
        showWhetherComputed();
    }

    private Label nothing() {
        Label text = new Label(TEXTS.get(isFollowing() ? "invitation" : "gone"));
        text.getStyleClass().add("invitation");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        return text;
    }

    private void showWhetherComputed() {
        boolean isThere = shown == null
                || isFollowing()
                || Reached.is(workbench.shown().get().playhead(), shown.id());
        notYet.setVisible(!isThere);
        notYet.setManaged(!isThere);
    }

    private static Label note(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("remark");
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private boolean isGradient() {
        return shown != null && GoThere.isGradient(shown.id());
    }

    private void recolour() {
        setStyle(BarColours.style(isGradient(), desk.ground()));
    }

    private void copy(boolean asLatex) {
        Explanation why = shown;
        if (why != null) {
            ClipboardContent content = new ClipboardContent();
            NumberWords words = new NumberWords(workbench.shown().get().run().session());
            content.putString(asLatex ? CopiedExplanation.latex(why) : CopiedExplanation.text(why, words));
            Clipboard.getSystemClipboard().setContent(content);
        }
    }
}
