package org.gatescope.ui.lab;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.session.Session;
import org.gatescope.session.Workbench;
import org.gatescope.session.lab.Challenge;
import org.gatescope.text.Texts;
import org.gatescope.ui.selection.Selection;
import org.jspecify.annotations.Nullable;

/** Spot the mistake: one is made unseen; hints on request, guesses, and the answer. */
final class Spotting extends VBox {
    private static final Texts TEXTS = Texts.of(Spotting.class);

    private final Workbench workbench;
    private final Selection selection;
    private final Button start = button("start");
    private final Button hint = button("hint");
    private final Button giveUp = button("give-up");
    private final Button guess = button("guess");
    private final ComboBox<Mistake> choice = new ComboBox<>();
    private final Label says = new Label();
    private @Nullable Challenge challenge;
    private long seed = System.nanoTime();
    private boolean changing;

    Spotting(Workbench workbench, Selection selection) {
        this.workbench = workbench;
        this.selection = selection;
        getStyleClass().add("spotting");
        start.setOnAction(event -> start());
        hint.setOnAction(event -> change(challenge == null ? null : challenge.withHint()));
        giveUp.setOnAction(event -> end(challenge == null ? null : challenge.givenUp()));
        guess.setOnAction(event -> guess());
        choice.setId("spot-choice");
        choice.setAccessibleText(TEXTS.get("spot.choice"));
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setConverter(new Titles());
        says.setId("spot-says");
        says.setWrapText(true);
        getChildren().addAll(says, choice, new FlowPane(6, 4, start, guess, hint, giveUp));
        workbench.session().subscribe(session -> {
            if (!changing && challenge != null && !challenge.over() && isGone(session)) {
                challenge = null; // undone, or something else was opened
            }
            show();
        });
    }

    private static Button button(String key) {
        Button button = new Button(TEXTS.get("spot." + key));
        button.setId("spot-" + key);
        button.getStyleClass().addAll("pill", "small");
        return button;
    }

    /** The same seed makes the same mistake. */
    void setSeed(long first) {
        seed = first;
    }

    private boolean isGone(Session session) {
        Challenge now = challenge;
        return now == null || !session.mistakes().mistakes().equals(Set.of(now.hidden()));
    }

    private void start() {
        Session session = workbench.session().get().withMistakes(Session.NO_MISTAKES);
        says.setText(TEXTS.get("spot.drawing"));
        long drawn = seed++;
        workbench.aside(() -> Challenge.draw(session, drawn), found -> begin(session, found));
    }

    private void begin(Session of, Optional<Challenge> found) {
        boolean isOfThis =
                workbench.session().get().withMistakes(Session.NO_MISTAKES).equals(of);
        if (found.isEmpty() || !isOfThis) {
            says.setText(TEXTS.get("spot.none"));
            return;
        }
        Challenge begun = found.get();
        challenge = begun;
        selection.hidesMistakes().set(true);
        changing = true;
        workbench.edit(
                TEXTS.get("spot.edit"),
                session -> session.withMistakes(Session.NO_MISTAKES).withMistake(begun.hidden(), true));
        changing = false;
        show();
    }

    private void guess() {
        Challenge now = challenge;
        Mistake wanted = choice.getValue();
        if (now != null && wanted != null) {
            Challenge after = now.guess(wanted);
            if (after.over()) {
                end(after);
            } else {
                change(after);
            }
        }
    }

    private void change(@Nullable Challenge to) {
        challenge = to;
        show();
    }

    /** The mistake stays on, and is shown, so that one can look at it. */
    private void end(@Nullable Challenge to) {
        challenge = to;
        show();
    }

    private void show() {
        Challenge now = challenge;
        boolean isUnderWay = now != null && !now.over();
        selection.hidesMistakes().set(isUnderWay);
        Session session = workbench.session().get();
        for (Button button : new Button[] {hint, giveUp, guess}) {
            button.setDisable(!isUnderWay);
        }
        hint.setDisable(now == null || now.over() || now.hints() == Challenge.MOST_HINTS);
        choice.setDisable(!isUnderWay);
        if (isUnderWay && choice.getItems().isEmpty()) {
            choice.getItems().setAll(EnumSet.allOf(Mistake.class));
        }
        says.setText(now == null ? TEXTS.get("spot.intro") : text(now, session));
    }

    private static String text(Challenge now, Session session) {
        if (now.over()) {
            return TEXTS.get(
                    "spot.answer",
                    now.hidden().title(),
                    now.hidden().explanation(),
                    now.wrong().size(),
                    now.hints());
        }
        String wrong = now.wrong().stream().map(Mistake::title).collect(Collectors.joining(", "));
        StringBuilder text = new StringBuilder(TEXTS.get("spot.look"));
        if (!wrong.isEmpty()) {
            text.append('\n').append(TEXTS.get("spot.wrong", wrong));
        }
        now.hintTexts(session).forEach(given -> text.append("\n").append(given));
        return text.toString();
    }

    private static final class Titles extends StringConverter<Mistake> {
        @Override
        public String toString(@Nullable Mistake mistake) {
            return mistake == null ? TEXTS.get("spot.choose") : mistake.title();
        }

        @Override
        public @Nullable Mistake fromString(String text) {
            return null;
        }
    }
}
