package org.gatescope.ui.training;

import org.gatescope.cell.Convention;
import org.gatescope.cell.Notation;
import org.gatescope.engine.training.Divergence;
import org.gatescope.engine.training.Divergence.Place;
import org.gatescope.engine.training.TrainingProgress;
import org.gatescope.session.Failure;
import org.gatescope.session.NamesOfParts;
import org.gatescope.session.Session;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.gatescope.ui.words.PartWords;

/** What a training does, in words. */
final class RunWords {
    private static final Texts TEXTS = Texts.of(RunWords.class);

    private RunWords() {}

    /** @param perSecond updates; 0 where it is not known yet */
    static String of(TrainingProgress progress, Session session, double perSecond) {
        int epochs = session.training().epochs();
        int perEpoch = session.updatesPerEpoch();
        int update = progress.snapshot().epoch();
        int epoch = update / perEpoch;
        int within = update % perEpoch;
        String key = within == 0 ? "" : ".parts"; // in the middle of the next one
        int shown = within == 0 ? epoch : epoch + 1;
        return switch (progress.state()) {
            case PAUSED -> TEXTS.get("state.paused" + key, shown, epochs, within, perEpoch);
            case FINISHED ->
                progress.snapshot().isStopped()
                        ? TEXTS.get(
                                "state.stopped",
                                epoch,
                                session.training().stopping().patience(),
                                epoch - progress.snapshot().course().waited().waited() - 1)
                        : TEXTS.get("state.finished", epoch);
            case RUNNING ->
                perSecond > 0
                        ? TEXTS.get(
                                "state.running" + key,
                                shown,
                                epochs,
                                left(((double) epochs * perEpoch - update) / perSecond),
                                rate(perSecond),
                                within,
                                perEpoch)
                        : TEXTS.get("state.begun" + key, shown, epochs, within, perEpoch);
            case REPLAYING -> TEXTS.get("state.replaying", epoch, progress.reached() / perEpoch);
            case DIVERGED ->
                progress.snapshot()
                        .divergence()
                        .map(found -> divergence(found, session))
                        .orElse(TEXTS.get("state.paused" + key, shown, epochs, within, perEpoch));
            case FAILED ->
                TEXTS.get(
                        "state.failed",
                        progress.failure().map(Failure::sentence).orElse(""));
            case CANCELLED -> "";
        };
    }

    private static String rate(double perSecond) {
        return perSecond >= 10 ? Numerals.grouped(Math.round(perSecond)) : Numerals.fixed(perSecond, 1);
    }

    private static String left(double seconds) {
        return seconds < 90
                ? TEXTS.get("left.seconds", Math.max(1, Math.round(seconds)))
                : TEXTS.get("left.minutes", Math.round(seconds / 60));
    }

    private static String divergence(Divergence found, Session session) {
        return TEXTS.get("state.diverged", found.epoch() + 1, place(found.place(), session));
    }

    private static String place(Place place, Session session) {
        return switch (place) {
            case Place.Quantity(var at) ->
                TEXTS.get(
                        "place.quantity",
                        Notation.of(NamesOfParts.of(session, at.part()).of(at.quantity()), at.isGradient()),
                        Convention.counted(at.step()),
                        at.unit(),
                        PartWords.brief(session, at.part()));
            case Place.Loss loss -> TEXTS.get("place.loss");
            case Place.Gradient(String parameter, int row, int column) ->
                TEXTS.get("place.gradient", Notation.gradient(PartWords.parameter(session, parameter)), row, column);
            case Place.GradientNorm norm -> TEXTS.get("place.norm");
            case Place.Parameter(String parameter, int row, int column) ->
                TEXTS.get("place.parameter", PartWords.parameter(session, parameter), row, column);
            case Place.Slot(String parameter, int row, int column) ->
                TEXTS.get("place.slot", PartWords.parameter(session, parameter), row, column);
        };
    }
}
