package org.gatescope.ui.unrolled;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.gatescope.explain.NumberId;
import org.gatescope.picture.Box;
import org.gatescope.picture.lane.TimeAxis;
import org.gatescope.picture.network.NetworkRow;
import org.gatescope.picture.network.NetworkRow.Kind;
import org.gatescope.picture.network.NetworkScene;
import org.gatescope.picture.network.RowNumbers;
import org.gatescope.picture.network.UnrolledColours;
import org.gatescope.picture.network.UnrolledHit;
import org.gatescope.picture.network.UnrolledLayout;
import org.gatescope.picture.network.UnrolledMarks;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.Shown;
import org.gatescope.session.Subscriptions;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.KeyText;
import org.gatescope.ui.control.Reveal;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.desk.MarkedNumbers;
import org.gatescope.ui.desk.Selection;
import org.gatescope.ui.lane.AxisGestures;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The unrolled network of the run that is shown: sends clicks and keys to the playhead and to the selection. */
public final class UnrolledPanel extends StackPane {
    private static final Texts TEXTS = Texts.of(UnrolledPanel.class);

    /** Of a row's neighbours comes into view with it, in pixels. */
    private static final double BESIDE = 20;

    private final Workbench workbench;
    private final Selection selection;
    private final BiFunction<Run, Integer, NumberSource> contents;
    private final UnrolledView view;
    private final ScrollPane scroll;
    private final ToggleButton roll = new ToggleButton();
    private final Desk desk;
    private final Subscriptions open = new Subscriptions();
    private final UnrolledTip tip;
    private @Nullable Run run;
    private List<RowNumbers> numbers = List.of();
    private @Nullable SessionWords words;
    private @Nullable UnrolledHit cursor;
    private MarkedNumbers marked = MarkedNumbers.NONE;

    /** @param contents finds the numbers of one sequence of a run */
    public UnrolledPanel(Desk desk, ObjectProperty<TimeAxis> axis, BiFunction<Run, Integer, NumberSource> contents) {
        this.desk = desk;
        this.workbench = desk.workbench();
        this.selection = desk.selection();
        this.contents = contents;
        this.view = new UnrolledView(axis);
        this.tip = new UnrolledTip(view);
        scroll = new ScrollPane(view);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        getStyleClass().addAll("gs-time", "unrolled-panel");
        getChildren().addAll(scroll, roll);
        StackPane.setAlignment(roll, Pos.TOP_LEFT);
        prepareButton();
        new AxisGestures(this, axis, () -> workbench.shown().get().playhead().step());
        scroll.viewportBoundsProperty().map(Bounds::getHeight).subscribe(height -> follow());
        view.heightProperty().subscribe(height -> follow());
        view.setOnClick(this::clicked);
        view.setOnHover((hit, event) -> hit.ifPresentOrElse(found -> tip.show(spoken(found), event), tip::hide));
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        view.focusedProperty().subscribe(focused -> {
            cursor = focused ? cursor : null;
            refresh();
        });
        open.add(
                desk.theme().subscribe(this::rebuild),
                desk.covered().subscribe((before, now) -> rebuild()),
                selection.sequence().subscribe(this::rebuild),
                selection.lit().subscribe(this::light),
                selection.opened().subscribe(this::light),
                selection.path().subscribe(path -> refresh()),
                workbench.follow(this::show, this::move));
    }

    /** Lets go of what it listens to. */
    public void close() {
        open.unsubscribe();
    }

    /** True for the rolled form: one cell a layer, its state going round. */
    public BooleanProperty rolledProperty() {
        return view.rolledProperty();
    }

    /** False for changes at once, without anything moving. */
    public BooleanProperty animatedProperty() {
        return view.animatedProperty();
    }

    /** What it makes use of, in pixels. */
    public double roomyHeight() {
        return view.roomyHeight();
    }

    /** What decides how high it likes to be: its rows, and whether it is a close-up. */
    public Object structure() {
        return List.of(numbers.stream().map(RowNumbers::row).toList(), view.isLens());
    }

    /** With less than this not all of its rows are seen, in pixels. */
    public double leastHeight() {
        return view.minHeight(-1);
    }

    /** How high it likes to be, in pixels. */
    public double comfortableHeight() {
        return view.prefHeight(-1);
    }

    @Override
    public String getUserAgentStylesheet() {
        return UnrolledPanel.class.getResource("unrolled.css").toExternalForm();
    }

    /** Puts a button of someone else's below the one that rolls the network up. */
    public void addTool(Button tool) {
        tool.getStyleClass().add("below-roll");
        getChildren().add(tool);
        StackPane.setAlignment(tool, Pos.TOP_LEFT);
    }

    private void prepareButton() {
        roll.setId("roll");
        roll.getStyleClass().addAll("tool", "roll");
        roll.setGraphic(new FontIcon(Feather.REPEAT));
        roll.selectedProperty().bindBidirectional(view.rolledProperty());
        roll.selectedProperty().subscribe(rolled -> {
            String text = TEXTS.get(rolled ? "unroll" : "roll");
            roll.setAccessibleText(text);
            roll.setTooltip(KeyText.tip(text, new KeyCodeCombination(KeyCode.R)));
        });
    }

    private void show(Run shown, Playhead playhead) {
        tip.hide();
        run = shown;
        rebuild();
    }

    private void move(Playhead playhead) {
        tip.hide();
        Shown shown = workbench.shown().get();
        view.move(scene(shown));
        follow();
        speak(shown);
    }

    /** Where not all rows have room, the one in play comes into view. */
    private void follow() {
        UnrolledLayout layout = view.placed();
        Playhead playhead = workbench.shown().get().playhead();
        Optional<String> part = playhead.moment().map(Playhead.Moment::part);
        if (layout != null && part.isPresent()) {
            Box row = layout.box(row(part.get()), Math.max(0, playhead.step()));
            Reveal.vertically(scroll, row.y() - BESIDE, row.bottom() + BESIDE, 0);
        }
    }

    private void rebuild() {
        Run current = run;
        if (current == null) {
            return;
        }
        Session session = current.session();
        int sequence = selection.sequenceIn(session);
        NumberSource found = contents.apply(current, sequence);
        numbers = NetworkRows.of(session, found);
        words = words(session, sequence);
        findLit();
        Shown shown = workbench.shown().get();
        view.show(scene(shown));
        speak(shown);
    }

    private SessionWords words(Session session, int sequence) {
        RowNumbers input = numbers.stream()
                .filter(row -> row.row().kind() == Kind.INPUT)
                .findFirst()
                .orElse(numbers.getFirst());
        RowNumbers output = numbers.stream()
                .filter(row -> row.row().kind() == Kind.OUTPUT)
                .findFirst()
                .orElse(numbers.getFirst());
        return new SessionWords(
                session,
                sequence,
                input.shown().getFirst().content(),
                output.shown().getFirst().content(),
                output.shown().getLast().content());
    }

    private void refresh() {
        if (run != null) {
            view.move(scene(workbench.shown().get()));
        }
    }

    private NetworkScene scene(Shown shown) {
        Playhead playhead = shown.playhead();
        return new NetworkScene(
                numbers,
                Objects.requireNonNull(words),
                shown.run().session().numbers().truncation(),
                playhead.isAtStart() ? -1 : playhead.step(),
                playhead.moment().map(Playhead.Moment::part).orElse(""),
                playhead.phase() == Phase.BACKWARD,
                UnrolledColours.of(desk.tones()),
                marks());
    }

    /** The opened number and those that it is made from, as far as they are states: found when they change. */
    private void light() {
        findLit();
        refresh();
    }

    private void findLit() {
        marked = MarkedNumbers.of(selection)
                .withStatesBefore(workbench.shown().get().run().session());
    }

    private UnrolledMarks marks() {
        Selection.Path path = selection.path().get();
        return new UnrolledMarks(
                marked.byStep(),
                cursor,
                path == null ? null : new UnrolledMarks.Stretch(path.part(), path.earlier(), path.later()));
    }

    private void clicked(UnrolledHit hit, MouseEvent event) {
        cursor = hit;
        if (event.isShortcutDown() || event.getClickCount() == 2) {
            go(hit);
        }
        choose(hit);
    }

    /** The playhead goes where a row's part is computed at a step. What is given is computed nowhere. */
    private void go(UnrolledHit hit) {
        NetworkRow row = numbers.get(hit.row()).row();
        Session session = workbench.shown().get().run().session();
        boolean isPlayed =
                row.kind() != Kind.INPUT || session.network().embedding().isPresent();
        if (isPlayed && !hit.isArrow()) {
            workbench.move(now -> now.atStep(HitNumber.phase(row, now), row.part(), hit.step()));
        }
    }

    /** The part is selected, and a number that was hit is opened. Looking does not move the playhead. */
    private void choose(UnrolledHit hit) {
        NetworkRow row = numbers.get(hit.row()).row();
        Shown now = workbench.shown().get();
        Optional<NumberId> number =
                HitNumber.of(hit, row, now, selection.sequence().get());
        if (!hit.isArrow()) {
            selection.part().set(row.part());
        }
        number.ifPresent(selection.opened()::set);
        refresh();
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isShiftDown() || event.isAltDown() || numbers.isEmpty()) {
            return;
        }
        switch (event.getCode()) {
            case UP -> moveCursor(1, 0);
            case DOWN -> moveCursor(-1, 0);
            case PAGE_UP -> moveCursor(0, -1);
            case PAGE_DOWN -> moveCursor(0, 1);
            case ENTER -> {
                UnrolledHit hit = opened(cursor());
                go(hit);
                choose(hit);
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Enter opens a row's first number. */
    private UnrolledHit opened(UnrolledHit at) {
        RowNumbers row = numbers.get(at.row());
        boolean hasNumber = row.row().kind() == Kind.LAYER || row.row().kind() == Kind.LOSS;
        return hasNumber && row.output().content().units() > 0
                ? new UnrolledHit(at.row(), at.step(), row.output(), 0)
                : at;
    }

    private UnrolledHit cursor() {
        Playhead playhead = workbench.shown().get().playhead();
        UnrolledHit at =
                cursor == null ? new UnrolledHit(row(selection.part().get()), playhead.step(), null, 0) : cursor;
        return at.row() < numbers.size() ? at : new UnrolledHit(0, at.step(), null, 0);
    }

    private int row(String part) {
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.get(i).row().part().equals(part)) {
                return i;
            }
        }
        return 0;
    }

    private void moveCursor(int rows, int steps) {
        UnrolledHit at = cursor();
        int last = workbench.shown().get().run().session().steps() - 1;
        cursor = new UnrolledHit(
                Math.clamp(at.row() + (long) rows, 0, numbers.size() - 1),
                Math.clamp(at.step() + (long) steps, 0, Math.max(0, last)),
                null,
                0);
        refresh();
        view.setAccessibleText(spoken(cursor));
    }

    private String spoken(UnrolledHit hit) {
        return UnrolledWords.of(
                workbench.shown().get().run().session(), numbers.get(hit.row()), hit, Objects.requireNonNull(words));
    }

    private void speak(Shown shown) {
        int step = shown.playhead().step();
        String rows = numbers.stream()
                .filter(row -> row.row().kind() == Kind.LAYER
                        && step < row.output().content().steps())
                .map(row -> UnrolledWords.ofCell(shown.run().session(), row, step))
                .collect(Collectors.joining("; "));
        view.setAccessibleText(TEXTS.get("accessible", rows));
    }
}
