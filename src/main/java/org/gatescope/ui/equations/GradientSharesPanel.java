package org.gatescope.ui.equations;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gatescope.cell.Convention;
import org.gatescope.cell.Formula;
import org.gatescope.engine.FullName;
import org.gatescope.explain.GrowingGradient;
import org.gatescope.explain.NumberId;
import org.gatescope.picture.Scale;
import org.gatescope.session.BackgroundTask;
import org.gatescope.session.Failure;
import org.gatescope.session.NamesOfParts;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.Shown;
import org.gatescope.session.Subscriptions;
import org.gatescope.session.TableId;
import org.gatescope.session.Workbench;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.desk.Selection;
import org.gatescope.ui.formula.FormulaView;
import org.jspecify.annotations.Nullable;

/**
 * How a parameter's gradient grows: the share of the step at the playhead, the sum of those played so far, and all of it, on
 * one scale. Moving the playhead by a step works out that step's share alone; what takes long is done in the background.
 */
final class GradientSharesPanel extends VBox {
    private static final Texts TEXTS = Texts.of(GradientSharesPanel.class);
    /** Multiplications that no one waits for. */
    private static final double AT_ONCE = 2e5;

    private static final double GAP = 10;

    /** Of the run: each goes on from where it was, as the playhead comes to one parameter after another. */
    private final Map<String, GrowingGradient> kept = new HashMap<>();

    private final Workbench workbench;
    private final Selection selection;
    private final Desk desk;
    private final Subscriptions open = new Subscriptions();
    private final BackgroundTask task;
    private final HBox heading = new HBox();
    private final HBox maps = new HBox(GAP);
    private final Label scaleText = new Label();
    private final ShareMap share = new ShareMap("step", this::openShare);
    private final ShareMap sum = new ShareMap("sum", this::openWhole);
    private final ShareMap whole = new ShareMap("whole", this::openWhole);
    private String parameter = "";
    private @Nullable GrowingGradient growing;
    /** What is on its way in the background, and not to be read meanwhile. */
    private @Nullable GrowingGradient moving;
    /** True once the one that is chosen could not be moved: it is not tried again. */
    private boolean hasFailed;

    private boolean isStale = true;
    private String built = "";
    private long played = -1;
    private double limit;

    GradientSharesPanel(Desk desk) {
        this.desk = desk;
        this.workbench = desk.workbench();
        this.selection = desk.selection();
        this.task = desk.background().task();
        setId("gradient-shares");
        getStyleClass().add("gradient-shares");
        heading.getStyleClass().add("shares-heading");
        scaleText.getStyleClass().add("shape");
        scaleText.setMinWidth(USE_PREF_SIZE);
        maps.getChildren().addAll(share, sum, whole);
        for (ShareMap map : List.of(share, sum, whole)) {
            HBox.setHgrow(map, Priority.ALWAYS);
            map.setMinWidth(0);
            map.setPrefWidth(1);
        }
        getChildren().addAll(heading, maps);
        widthProperty().subscribe(now -> paint());
        setVisible(false);
        open.add(desk.theme().subscribe(now -> paint()), workbench.followRuns(run -> runChanged()), task::cancel);
    }

    void close() {
        open.unsubscribe();
    }

    private void runChanged() {
        isStale = true;
        abandon();
    }

    /** What is stopped halfway is of no use any more. */
    private void abandon() {
        task.cancel();
        kept.values().remove(moving);
        moving = null;
    }

    /** @param fullName of the parameter whose gradient is shown from now on */
    void choose(String fullName) {
        parameter = fullName;
    }

    /** @param part whose adjoint lines are shown; empty for none */
    void show(Shown shown, String part) {
        setVisible(isOf(shown.run().session(), part));
        if (isVisible()) {
            build(shown.run());
            move();
        }
    }

    private boolean isOf(Session session, String part) {
        if (part.isEmpty()
                || parameter.isEmpty()
                || !session.network().parameters().containsKey(parameter)) {
            return false;
        }
        String owner = session.part(part).map(known -> known.parameterKey()).orElse(part);
        return FullName.of(parameter).part().equals(owner);
    }

    private void build(Run current) {
        if (!isStale && built.equals(parameter)) {
            return;
        }
        abandon();
        if (isStale) {
            kept.clear();
        }
        isStale = false;
        hasFailed = false;
        built = parameter;
        played = -1;
        limit = 0;
        GrowingGradient made = kept.computeIfAbsent(parameter, name -> new GrowingGradient(current, name));
        growing = made;
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Formula symbol = NamesOfParts.symbol(current.session(), parameter);
        Formula name = Formula.derivative(
                made.rows() == 1 ? symbol : Convention.shown().asStored(symbol));
        Label size = new Label(ShapeText.of(made.rows(), made.columns()));
        size.getStyleClass().add("shape");
        heading.getChildren().setAll(new FormulaView(name, LineCell.SIZE), size, space, scaleText);
    }

    /** To where the playhead is, at once or as soon as it is worked out. */
    private void move() {
        GrowingGradient now = growing;
        if (now == null || moving != null || hasFailed) {
            return;
        }
        long target = now.played(workbench.shown().get().playhead());
        if (target == played) {
            title();
        } else if (now.effort(target) <= AT_ONCE) {
            now.moveTo(target);
            finish(now, target);
        } else {
            moving = now;
            task.start(
                    progress -> {
                        now.moveTo(target, progress);
                        return target;
                    },
                    reached -> {
                        moving = null;
                        finish(now, reached);
                        move();
                    },
                    this::fail);
        }
    }

    private void finish(GrowingGradient moved, long reached) {
        played = reached;
        limit = Math.max(limit, largest(moved));
        maps.setVisible(true);
        title();
        paint();
    }

    /** No numbers rather than those of another place. */
    private void fail(Failure why) {
        abandon();
        hasFailed = true;
        maps.setVisible(false);
        scaleText.setText("");
        desk.notices().warn(why.sentence());
    }

    /** The scale holds all three, and does not shrink again while the gradient is played. */
    private static double largest(GrowingGradient numbers) {
        double largest = 0;
        for (int r = 0; r < numbers.rows(); r++) {
            for (int c = 0; c < numbers.columns(); c++) {
                largest = Math.max(largest, Scale.finiteMagnitude(numbers.whole(r, c)));
                largest = Math.max(largest, Scale.finiteMagnitude(numbers.sum(r, c)));
                largest = Math.max(largest, Scale.finiteMagnitude(numbers.share(r, c)));
            }
        }
        return largest;
    }

    private void title() {
        GrowingGradient now = growing;
        OptionalInt step = now == null ? OptionalInt.empty() : now.step();
        share.setTitle(
                step.isPresent()
                        ? TEXTS.get("share.of", Convention.counted(step.getAsInt()))
                        : TEXTS.get("share.step"));
        sum.setTitle(TEXTS.get("share.sum"));
        whole.setTitle(TEXTS.get("share.whole"));
    }

    private void paint() {
        GrowingGradient now = growing;
        if (now == null || played < 0 || moving != null || hasFailed || getWidth() <= 0) {
            return;
        }
        Scale scale = Scale.diverging(Scale.roundedUp(limit));
        scaleText.setText(TEXTS.get("share.scale", Numerals.rounded(scale.limit(), 3)));
        double room = Math.floor((getWidth() - 2 * GAP) / 3) - 2;
        boolean isAny = played > 0;
        share.show(now::share, now.rows(), now.columns(), isAny, scale, desk.ground(), room);
        sum.show(now::sum, now.rows(), now.columns(), isAny, scale, desk.ground(), room);
        whole.show(now::whole, now.rows(), now.columns(), true, scale, desk.ground(), room);
    }

    /** Of the parameter that was chosen; empty before any was. */
    Optional<GrowingGradient> growing() {
        return Optional.ofNullable(growing);
    }

    private void openShare(int row, int column) {
        growing()
                .filter(now -> moving == null && now.step().isPresent())
                .ifPresent(now -> selection
                        .opened()
                        .set(new NumberId.OfStep(
                                now.part(), now.line(), now.step().getAsInt(), row, column)));
    }

    private void openWhole(int row, int column) {
        selection.opened().set(new NumberId.GradientOfGiven(new TableId.Parameter(parameter), row, column));
    }
}
