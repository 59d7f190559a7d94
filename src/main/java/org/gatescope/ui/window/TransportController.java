package org.gatescope.ui.window;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Schedule;
import org.gatescope.session.Session;
import org.gatescope.session.Subscriptions;
import org.gatescope.session.Workbench;
import org.gatescope.session.debug.Debugging;
import org.gatescope.ui.control.Shortcuts;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.transport.Move;
import org.gatescope.ui.transport.PlaybackPhase;
import org.gatescope.ui.transport.Transport;
import org.gatescope.ui.words.PlayWords;

/** Binds the transport bar and the keys to the playhead. */
final class TransportController {
    private final Workbench workbench;
    private final Transport transport;
    private final PlayingController playing;
    private BooleanSupplier beforePlaying = () -> false;
    private final Subscriptions open = new Subscriptions();

    TransportController(Desk desk, Transport transport, Debugging debugging) {
        this.workbench = desk.workbench();
        this.transport = transport;
        this.playing = new PlayingController(desk, debugging);
        transport.playingProperty().bind(playing.playing());
        transport.speedProperty().subscribe(speed -> playing.setSpeed(speed.doubleValue()));
        transport.setOnPlay(playing::toggle);
        transport.setOnMove(this::move);
        transport.setOnScrub(position -> workbench.move(now -> now.at(position)));
        playing.stopWithWindowOf(transport);
        open.add(
                workbench.follow(
                        (run, playhead) -> show(transport, run.session(), playhead),
                        playhead ->
                                show(transport, workbench.shown().get().run().session(), playhead)),
                playing::close);
    }

    void close() {
        open.unsubscribe();
    }

    /** Jumps to a place, or to the first breakpoint on the way. */
    void runTo(UnaryOperator<Playhead> place) {
        playing.runTo(place);
    }

    /** @param before tried first by the key that plays: true where it did something */
    void setBeforePlaying(BooleanSupplier before) {
        beforePlaying = before;
    }

    private void playOrGoOn() {
        if (!beforePlaying.getAsBoolean()) {
            playing.toggle();
        }
    }

    void addShortcuts(Shortcuts shortcuts) {
        shortcuts
                .line("play")
                .playback(this::playOrGoOn, KeyCode.SPACE)
                .playback(() -> playing.play(true), KeyCode.SPACE, KeyCombination.SHIFT_DOWN)
                .line("step")
                .playback(() -> move(Move.STEP), KeyCode.RIGHT)
                .playback(() -> move(Move.STEP_BACK), KeyCode.LEFT)
                .line("time-step")
                .playback(() -> move(Move.TIME_STEP), KeyCode.RIGHT, KeyCombination.SHIFT_DOWN)
                .playback(() -> move(Move.TIME_STEP_BACK), KeyCode.LEFT, KeyCombination.SHIFT_DOWN)
                .line("part")
                .everywhere(() -> move(Move.STEP_OUT), KeyCode.F12)
                .everywhere(() -> move(Move.STEP_OUT_BACK), KeyCode.F12, KeyCombination.SHIFT_DOWN)
                .line("ends")
                .playback(() -> move(Move.START), KeyCode.HOME)
                .playback(() -> move(Move.END), KeyCode.END)
                .line("speed")
                .elsewhere(() -> transport.changeSpeed(false), KeyCode.COMMA, KeyCombination.SHIFT_DOWN)
                .elsewhere(() -> transport.changeSpeed(true), KeyCode.PERIOD, KeyCombination.SHIFT_DOWN)
                .line("")
                .elsewhere(() -> transport.changeSpeed(false), KeyCode.LESS)
                .elsewhere(() -> transport.changeSpeed(true), KeyCode.LESS, KeyCombination.SHIFT_DOWN)
                .elsewhere(() -> transport.changeSpeed(true), KeyCode.GREATER)
                .line("anywhere")
                .everywhere(playing::toggle, KeyCode.F7)
                .everywhere(() -> move(Move.TIME_STEP), KeyCode.F10)
                .everywhere(() -> move(Move.STEP), KeyCode.F11)
                .line("")
                .everywhere(() -> move(Move.TIME_STEP_BACK), KeyCode.F10, KeyCombination.SHIFT_DOWN)
                .everywhere(() -> move(Move.STEP_BACK), KeyCode.F11, KeyCombination.SHIFT_DOWN);
    }

    void pause() {
        playing.pause();
    }

    /** Playing ends there. */
    void move(Move move) {
        playing.pause();
        workbench.move(
                switch (move) {
                    case START -> Playhead::toStart;
                    case STEP_OUT_BACK -> Playhead::stepOutBack;
                    case TIME_STEP_BACK -> Playhead::previousStep;
                    case STEP_BACK -> Playhead::previous;
                    case STEP -> Playhead::next;
                    case TIME_STEP -> Playhead::nextStep;
                    case STEP_OUT -> Playhead::stepOut;
                    case END -> Playhead::toEnd;
                });
    }

    private static void show(Transport transport, Session session, Playhead playhead) {
        Schedule schedule = playhead.schedule();
        var phases = Arrays.stream(Phase.values())
                .filter(phase -> phase != Phase.LOSS || schedule.length(phase) > 0)
                .map(phase -> phase(schedule, phase, phase.name().toLowerCase(Locale.ROOT)))
                .toList();
        if (!phases.equals(transport.phasesProperty().get())) {
            transport.phasesProperty().set(phases);
        }
        transport.positionProperty().set(playhead.position());
        transport.positionTextProperty().set(PositionText.of(playhead, session));
        transport.operationProperty().set(PositionText.formula(playhead, session));
    }

    private static PlaybackPhase phase(Schedule schedule, Phase phase, String colour) {
        return new PlaybackPhase(PlayWords.phase(phase), schedule.length(phase), colour);
    }
}
