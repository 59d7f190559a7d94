package org.gatescope.ui.debug;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gatescope.explain.CoveredNumbers;
import org.gatescope.picture.Tones;
import org.gatescope.session.Background;
import org.gatescope.session.BackgroundTask;
import org.gatescope.session.Playhead;
import org.gatescope.session.Playhead.Range;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.debug.Debugging;
import org.gatescope.session.debug.Watch;
import org.gatescope.session.debug.WatchHistory;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.gatescope.ui.words.PartWords;
import org.gatescope.ui.words.PlayWords;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A watch in its list: its value at the playhead, its history, and a jump to where it is largest. */
final class WatchRow extends VBox {
    private static final Texts TEXTS = Texts.of(WatchRow.class);

    /** Multiplications for which the window may wait. */
    private static final double SMALL = 2e6;

    private final Watch watch;
    private final Function<Session, CoveredNumbers> covered;
    private final BackgroundTask task;
    private final Label name = new Label();
    private final Label value = new Label();
    private final Button largest = new Button();
    private final Sparkline curve;
    private @Nullable Run run;
    private @Nullable WatchHistory history;
    private @Nullable Playhead last;
    /** The step at which it is largest; −1 for none. */
    private int peak = -1;

    private Tones tones;
    private String problem = "";

    /**
     * @param covered what is to be predicted
     * @param jump told the history and the step where it is largest
     */
    WatchRow(
            Background background,
            Function<Session, CoveredNumbers> covered,
            Debugging debugging,
            Watch watch,
            Tones tones,
            BiConsumer<WatchHistory, Integer> jump) {
        this.watch = watch;
        this.covered = covered;
        this.task = background.task();
        this.curve = new Sparkline(tones);
        this.tones = tones;
        name.getStyleClass().add("watch-name");
        name.setMinWidth(0);
        value.getStyleClass().add("watch-value");
        value.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        largest.getStyleClass().addAll("tool", "remove");
        largest.setGraphic(new FontIcon(Feather.TRENDING_UP));
        largest.setOnAction(event -> {
            if (history != null && peak >= 0) {
                jump.accept(history, peak);
            }
        });
        largest.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE) {
                debugging.watches().remove(watch);
                event.consume();
            }
        });
        String text = watch.measure().text();
        largest.setTooltip(new Tooltip(TEXTS.get("watch.jump", text)));
        Button remove = BreakpointRow.remove(text, () -> debugging.watches().remove(watch));
        HBox first = new HBox(name, value, largest, remove);
        first.setAlignment(Pos.CENTER_LEFT);
        first.getStyleClass().add("debug-row");
        getChildren().addAll(first, curve);
    }

    /** Another run, or another sequence of it. */
    void show(Run shown, Playhead playhead, int row) {
        run = shown;
        last = playhead;
        begin(shown, row);
        show();
    }

    void move(Playhead playhead) {
        last = playhead;
        show();
    }

    void recolour(Tones of) {
        tones = of;
        show();
    }

    void close() {
        task.cancel();
    }

    /** A long history is gathered in the background. */
    private void begin(Run shown, int row) {
        task.cancel();
        problem = "";
        if (WatchHistory.work(shown, watch) > SMALL) {
            take(Optional.empty(), shown);
            task.start(
                    progress -> WatchHistory.of(shown, watch, row, progress),
                    found -> arrive(found, shown),
                    failure -> {
                        problem = failure.sentence();
                        show();
                    });
        } else {
            take(WatchHistory.of(shown, watch, row), shown);
        }
    }

    private void arrive(Optional<WatchHistory> found, Run of) {
        take(found, of);
        show();
    }

    /** What holds for all of a run, whatever the playhead. */
    private void take(Optional<WatchHistory> found, Run of) {
        history = found.orElse(null);
        peak = found.map(WatchHistory::largest).orElse(-1);
        boolean isNorm = found.map(WatchHistory::isVector).orElse(false);
        String part = PartWords.brief(of.session(), watch.part());
        name.setText(
                TEXTS.get(isNorm ? "watch.norm" : "watch.name", watch.measure().text(), part));
        name.setTooltip(new Tooltip(name.getText()));
    }

    private void show() {
        Run shown = run;
        Playhead playhead = last;
        if (shown == null || playhead == null) {
            return;
        }
        WatchHistory known = history;
        boolean isHidden = covered.apply(shown.session())
                .hidesSome(watch.part(), watch.measure().expression());
        largest.setDisable(peak < 0 || isHidden);
        if (isHidden) {
            value.setText(PlayWords.hidden());
            curve.show(new double[0], new Range(0, 0), -1, tones, tones.forward());
        } else if (known == null) {
            value.setText(
                    !problem.isEmpty() ? problem : TEXTS.get(task.working().get() ? "watch.under-way" : "watch.gone"));
            curve.show(new double[0], new Range(0, 0), -1, tones, tones.forward());
        } else {
            showHistory(known, shown, playhead);
        }
        String spoken = TEXTS.get("watch.spoken", name.getText(), value.getText());
        largest.setAccessibleText(TEXTS.get("watch.jump", spoken));
    }

    private void showHistory(WatchHistory known, Run shown, Playhead playhead) {
        Range computed = known.computed(shown, playhead);
        int step = playhead.step();
        boolean isThere = computed.contains(step);
        value.setText(isThere ? Numerals.rounded(known.values()[step], 3) : TEXTS.get("not-yet"));
        curve.show(
                known.values(),
                computed,
                playhead.isAtStart() ? -1 : step,
                tones,
                known.isOfGradients() ? tones.backward() : tones.forward());
    }
}
