package org.gatescope.ui.predict;

import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.explain.Covered;
import org.gatescope.explain.CoveredNumbers;
import org.gatescope.explain.NumberId;
import org.gatescope.explain.PredictionScore;
import org.gatescope.session.Playhead;
import org.gatescope.session.Playhead.Moment;
import org.gatescope.session.Subscriptions;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Shortcuts;
import org.gatescope.ui.desk.Desk;

/** Hides and reveals what is to be predicted, by keys, and says how predictions went. */
public final class CoveringController {
    private static final Texts TEXTS = Texts.of(CoveringController.class);

    private final Desk desk;
    private final MenuButton lamp = new MenuButton();
    private final Subscriptions open = new Subscriptions();

    public CoveringController(Desk desk) {
        this.desk = desk;
        MenuItem reveal = new MenuItem(TEXTS.get("reveal.all"));
        reveal.setOnAction(event -> revealAll());
        MenuItem reset = new MenuItem(TEXTS.get("reset"));
        reset.setOnAction(event -> desk.score().set(PredictionScore.NONE));
        lamp.setId("status-predict");
        lamp.getStyleClass().add("tool");
        lamp.getItems().addAll(reveal, reset);
        lamp.managedProperty().bind(lamp.visibleProperty());
        open.add(
                desk.workbench().followOpened(this::begin),
                desk.covered().subscribe(covered -> show()),
                desk.score().subscribe(score -> show()));
    }

    public void close() {
        open.unsubscribe();
    }

    /** For the status line; it takes no room while nothing is hidden and nothing was predicted. */
    public MenuButton lamp() {
        return lamp;
    }

    public void addShortcuts(Shortcuts shortcuts) {
        shortcuts
                .line("cover")
                .elsewhere(this::turnLane, KeyCode.H)
                .elsewhere(this::turnNumber, KeyCode.H, KeyCombination.SHIFT_DOWN)
                .line("uncover")
                .everywhere(this::revealAll, KeyCode.H, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    }

    /** What was hidden was so in another session. */
    private void begin() {
        desk.covered().set(Covered.NONE);
        desk.score().set(PredictionScore.NONE);
    }

    private void revealAll() {
        desk.covered().set(Covered.NONE);
    }

    /** All of what the operation at the playhead computes. */
    private void turnLane() {
        Playhead playhead = desk.workbench().shown().get().playhead();
        Optional<Moment> moment =
                playhead.moment().filter(now -> !now.operation().quantity().equals(ReadOutEquations.TOTAL));
        if (moment.isEmpty()) {
            desk.notices().tell(TEXTS.get("no-lane"));
            return;
        }
        String part = moment.get().part();
        String name = moment.get().operation().quantity();
        CoveredNumbers now = now();
        desk.covered().set(now.hides(part, name) ? now.reveal(part, name) : now.hide(part, name));
    }

    /** The number that is opened. */
    private void turnNumber() {
        NumberId number = desk.selection().opened().get();
        if (number == null || !Covered.canHide(number)) {
            desk.notices().tell(TEXTS.get("no-number"));
            return;
        }
        CoveredNumbers now = now();
        desk.covered().set(now.hides(number) ? now.reveal(number) : now.hide(number));
    }

    private CoveredNumbers now() {
        return desk.hidden(desk.workbench().shown().get().run().session());
    }

    private void show() {
        PredictionScore score = desk.score().get();
        int asked = score.right() + score.wrong();
        boolean isCounted = !score.equals(PredictionScore.NONE);
        lamp.setVisible(isCounted || !desk.covered().get().isEmpty());
        lamp.setText(isCounted ? TEXTS.get("score", score.right(), asked) : TEXTS.get("hidden"));
        String words = TEXTS.get("score.words", score.right(), score.wrong(), score.shown());
        lamp.setAccessibleText(words);
        lamp.setTooltip(new Tooltip(words));
    }
}
