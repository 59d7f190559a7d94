package org.gatescope.ui.lab;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.gatescope.engine.diagnostics.Progress;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.lesson.Challenge;
import org.gatescope.lesson.CodeLine;
import org.gatescope.session.BackgroundTask;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.SharedResult;
import org.gatescope.session.Subscriptions;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.ChoiceNames;
import org.gatescope.ui.control.ProblemLabel;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.desk.Selection;
import org.jspecify.annotations.Nullable;

/** Spot the mistake: one is made unseen; hints on request, guesses, and the answer. */
final class SpotPanel extends VBox {
    private static final Texts TEXTS = Texts.of(SpotPanel.class);

    private final Workbench workbench;
    private final SharedResult<Run> right;
    private final Selection selection;
    private final Subscriptions open = new Subscriptions();
    private final BackgroundTask task;
    private final Button start = button("start");
    private final Button hint = button("hint");
    private final Button giveUp = button("give-up");
    private final Button guess = button("guess");
    private final ComboBox<Mistake> choice = new ComboBox<>();
    private final ProblemLabel says = new ProblemLabel();
    private final VBox answer = new VBox();
    private @Nullable Challenge challenge;
    /** Of the edit that hid the challenge's mistake. */
    private Object hiding = new Object();

    private long seed = System.nanoTime();
    private boolean changing;
    /** While the edit that hid the mistake is undone. */
    private boolean resting;

    SpotPanel(Desk desk) {
        this.workbench = desk.workbench();
        this.right = desk.right();
        this.selection = desk.selection();
        task = desk.background().task();
        getStyleClass().add("spotting");
        start.setOnAction(event -> start());
        hint.setOnAction(event -> change(challenge == null ? null : challenge.withHint()));
        giveUp.setOnAction(event -> change(challenge == null ? null : challenge.givenUp()));
        guess.setOnAction(event -> guess());
        choice.setId("spot-choice");
        choice.setAccessibleText(TEXTS.get("spot.choice"));
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setConverter(ChoiceNames.of(Mistake::title, TEXTS.get("spot.choose")));
        says.setId("spot-says");
        answer.setId("spot-answer");
        // what grows stands below what is clicked
        getChildren().addAll(new FlowPane(6, 4, start, guess, hint, giveUp), choice, says, answer);
        open.add(
                workbench.followSession(session -> {
                    follow(session);
                    show();
                }),
                task::cancel);
    }

    void close() {
        open.unsubscribe();
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

    /** Of a challenge that is under way; empty for none. */
    String kept() {
        Challenge now = challenge;
        return now == null || now.over() || resting ? "" : now.written();
    }

    /** Who opens a session in which a mistake is hidden is not told which. */
    void restore(String kept) {
        Set<Mistake> on = workbench.session().get().mistakes().mistakes();
        if (on.size() == 1) {
            Challenge.read(kept, on.iterator().next()).ifPresent(this::change);
        }
    }

    /** An undone challenge waits for its redo; one whose mistake went in another way is over. */
    private void follow(Session session) {
        Challenge now = challenge;
        if (changing || now == null || now.over()) {
            return;
        }
        boolean isOn = session.mistakes().mistakes().equals(Set.of(now.hidden()));
        if (resting) {
            boolean isRedone = isOn && workbench.endsWith(hiding);
            resting = !isRedone;
        } else {
            resting = !isOn;
        }
        if (resting && workbench.redoLabel().isEmpty()) {
            challenge = null;
        }
    }

    private void start() {
        Session session = workbench.session().get();
        says.tell(TEXTS.get("spot.drawing"));
        long drawn = seed++;
        Run shown = workbench.shown().get().run();
        Optional<Run> known = shown.session().equals(session) ? right.known() : Optional.empty();
        task.start(progress -> draw(session, known, drawn, progress), found -> begin(session, found), failure -> {
            show();
            says.refuse(failure.sentence());
        });
    }

    private static Optional<Challenge> draw(Session session, Optional<Run> right, long seed, Progress progress) {
        Run without = right.orElseGet(() -> Run.of(session.withMistakes(Session.NO_MISTAKES)));
        return Challenge.draw(session, without, seed, progress);
    }

    private void begin(Session of, Optional<Challenge> found) {
        if (!workbench.session().get().equals(of)) {
            show(); // something else is open by now
            return;
        }
        if (found.isEmpty()) {
            says.tell(TEXTS.get("spot.none"));
            return;
        }
        Challenge begun = found.get();
        challenge = begun;
        resting = false;
        selection.hidesMistakes().set(true);
        changing = true;
        hiding = new Object();
        workbench.edit(
                TEXTS.get("spot.edit"),
                hiding,
                session -> session.withMistakes(Session.NO_MISTAKES).withMistake(begun.hidden(), true));
        changing = false;
        show();
    }

    private void guess() {
        Challenge now = challenge;
        Mistake wanted = choice.getValue();
        if (now != null && wanted != null) {
            change(now.guess(wanted));
        }
    }

    /** A mistake that is found stays on, and is shown, so that one can look at it. */
    private void change(@Nullable Challenge to) {
        challenge = to;
        show();
    }

    private void show() {
        Challenge now = resting ? null : challenge;
        boolean isUnderWay = now != null && !now.over();
        selection.hidesMistakes().set(isUnderWay);
        Session session = workbench.session().get();
        for (Button button : new Button[] {giveUp, guess}) {
            button.setDisable(!isUnderWay);
        }
        hint.setDisable(now == null || now.over() || now.hints() == Challenge.MOST_HINTS);
        choice.setDisable(!isUnderWay);
        if (isUnderWay && choice.getItems().isEmpty()) {
            choice.getItems().setAll(EnumSet.allOf(Mistake.class));
        }
        says.tell(now == null ? TEXTS.get("spot.intro") : text(now, session));
        answer.getChildren().clear();
        if (now != null && now.over()) {
            now.answer(session).stream()
                    .flatMap(CodeLine::of)
                    .forEach(line -> answer.getChildren().add(MistakeCard.code(line)));
        }
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
        StringBuilder text = new StringBuilder(TEXTS.get("spot.look"));
        for (Mistake wrong : EnumSet.allOf(Mistake.class)) {
            if (now.wrong().contains(wrong)) {
                text.append('\n').append(refuted(now, session, wrong));
            }
        }
        now.hintTexts(session).forEach(given -> text.append('\n').append(given));
        return text.toString();
    }

    private static String refuted(Challenge now, Session session, Mistake wrong) {
        return now.wouldRun(session, wrong)
                .map(line -> TEXTS.get("spot.wrong.line", wrong.title(), line))
                .orElse(TEXTS.get("spot.wrong", wrong.title()));
    }
}
