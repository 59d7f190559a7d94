package org.gatescope.ui.inspect;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.gatescope.explain.Explanation;
import org.gatescope.explain.NumberId;
import org.gatescope.explain.Prediction;
import org.gatescope.explain.Rounding;
import org.gatescope.session.Run;
import org.gatescope.text.Texts;
import org.gatescope.ui.desk.Desk;
import org.jspecify.annotations.Nullable;

/** Asks for a number that is hidden, reveals it once somebody has answered, and counts. */
final class PredictionController {
    private static final Texts TEXTS = Texts.of(PredictionController.class);

    private final Desk desk;
    private @Nullable Said last;
    private @Nullable PredictionCard card;

    /** What was said of the number that was revealed last. */
    private record Said(NumberId number, String sentence) {}

    PredictionController(Desk desk) {
        this.desk = desk;
    }

    /**
     * A question in the place of an explanation.
     *
     * @param why      of the number, without what is hidden
     * @param words    that name it
     * @param isPassed true for the number at the playhead, which is opened once it is revealed
     */
    PredictionCard card(Run run, Explanation why, String words, boolean isPassed) {
        PredictionCard before = card;
        String typed = before != null && before.isOf(why.id()) ? before.text() : "";
        PredictionCard asked =
                new PredictionCard(why, words, typed, prediction -> answer(run, why, prediction, isPassed));
        card = asked;
        return asked;
    }

    /** Leads the keys to where one answers. @return whether anything is asked */
    boolean ask() {
        PredictionCard asked = card;
        if (asked == null || asked.getScene() == null) {
            return false;
        }
        asked.ask();
        return true;
    }

    /** What was said was said of another run. */
    void forget() {
        last = null;
    }

    /** What is read above the explanation of a number that has just been revealed. */
    Optional<Node> verdict(NumberId number) {
        return Optional.ofNullable(last)
                .filter(said -> said.number().equals(number))
                .map(said -> {
                    Label label = new Label(said.sentence());
                    label.setId("prediction-verdict");
                    label.getStyleClass().add("prediction-verdict");
                    label.setWrapText(true);
                    label.setMaxWidth(Double.MAX_VALUE);
                    label.setMinHeight(Region.USE_PREF_SIZE);
                    return label;
                });
    }

    /** @param prediction empty to be shown without */
    private void answer(Run run, Explanation why, Optional<Prediction> prediction, boolean isPassed) {
        Explanation.of(run, why.id()).ifPresent(told -> {
            last = new Said(why.id(), sentence(prediction, told.value(), why));
            desk.score()
                    .set(prediction
                            .map(said -> desk.score().get().answered(said.isRight(told.value())))
                            .orElseGet(() -> desk.score().get().given()));
            desk.covered().set(desk.hidden(run.session()).reveal(why.id()));
            if (isPassed) {
                desk.selection().opened().set(why.id());
            }
        });
    }

    private static String sentence(Optional<Prediction> prediction, double value, Explanation why) {
        return prediction
                .map(said -> TEXTS.get(
                        said.isRight(value) ? "predict.right" : "predict.wrong",
                        words(said),
                        why.figures().number(value)))
                .orElseGet(() -> TEXTS.get("predict.shown"));
    }

    private static String words(Prediction said) {
        return switch (said) {
            case Prediction.Amount(double amount) -> Rounding.factor(amount);
            case Prediction.Sign(boolean isNegative) -> TEXTS.get(isNegative ? "predict.negative" : "predict.positive");
        };
    }
}
