package org.gatescope.ui.transport;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.gatescope.cell.Formula;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.KeyText;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The bar that plays, steps and scrubs. It shows what its properties say and reports what the user wants. */
public final class Transport extends HBox {
    /** A speed: the whole run in {@link org.gatescope.session.Playback#WHOLE_RUN}. */
    public static final double WHOLE_RUN = Double.POSITIVE_INFINITY;

    private static final Texts TEXTS = Texts.of(Transport.class);
    private static final KeyCombination PLAY = new KeyCodeCombination(KeyCode.SPACE);
    private static final PseudoClass BACKWARD = PseudoClass.getPseudoClass("backward");

    /** Of speed, position and operation at the right, in pixels; in a wide window it is a share. */
    private static final double WORDS = 420;

    private static final double SHARE_OF_WORDS = 0.33;
    private static final double SHARE_OF_FEW_WORDS = 0.4;

    /** In pixels; in less the outer buttons are left to their keys and to the bar, the operation to the equations. */
    private static final double LEAST_FOR_ALL = 720;

    private final BooleanProperty playing = new SimpleBooleanProperty();
    private final PhaseBar bar = new PhaseBar();
    private final SpeedChoice speed = new SpeedChoice();
    private final Label text = new Label();
    private final ObjectProperty<Formula> operation = new SimpleObjectProperty<>(Formula.EMPTY);
    private final Button play = new Button();
    private final HBox buttons = new HBox();
    private final Tooltip whole = new Tooltip();
    private Consumer<Move> onMove = move -> {};
    private Runnable onPlay = () -> {};

    /** A bar without phases: nothing to play yet. */
    public Transport() {
        getStyleClass().addAll("gs-time", "transport");
        setAlignment(Pos.CENTER_LEFT);
        text.getStyleClass().add("position-text");
        OperationLine line = new OperationLine(operation);
        HBox.setHgrow(line, Priority.ALWAYS);
        HBox words = new HBox(text, line);
        words.getStyleClass().add("words");
        words.setMaxHeight(USE_PREF_SIZE); // in the middle
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox side = new HBox(speed, words);
        side.getStyleClass().add("side");
        side.prefWidthProperty().bind(widthProperty().map(width -> wordsWithin(width.doubleValue())));
        whole.textProperty().bind(text.textProperty());
        text.setTooltip(whole);
        HBox.setHgrow(bar, Priority.ALWAYS);
        buttons.getStyleClass().add("buttons");
        for (Move move : Move.values()) {
            if (move == Move.STEP) {
                buttons.getChildren().add(play);
            }
            buttons.getChildren().add(button(move));
        }
        getChildren().addAll(buttons, bar, side);
        line.managedProperty().bind(line.visibleProperty());
        widthProperty().subscribe(width -> {
            boolean isNarrow = width.doubleValue() < LEAST_FOR_ALL;
            line.setVisible(!isNarrow);
            text.setMinWidth(isNarrow ? USE_COMPUTED_SIZE : USE_PREF_SIZE);
            buttons.getChildren().forEach(button -> fit(button, isNarrow));
        });
        play.getStyleClass().setAll("round", "main", "play");
        play.setOnAction(event -> onPlay.run());
        playing.subscribe(this::showPlaying);
        bar.positionProperty().subscribe(this::showPhase);
        bar.phasesProperty().subscribe(this::showPhase);
    }

    /** The phases of the run, in the order in which they are played. */
    public ObjectProperty<List<PlaybackPhase>> phasesProperty() {
        return bar.phasesProperty();
    }

    /** How many operations are done. */
    public LongProperty positionProperty() {
        return bar.positionProperty();
    }

    /** True while playing; then the button pauses. */
    public BooleanProperty playingProperty() {
        return playing;
    }

    /** The next faster speed, or the next slower one. */
    public void changeSpeed(boolean faster) {
        speed.change(faster);
    }

    /** Operations a second, or {@link #WHOLE_RUN}. */
    public DoubleProperty speedProperty() {
        return speed.speedProperty();
    }

    /** Where the playhead stands, for people: {@code op 131 of 214 · t = 3}. */
    public StringProperty positionTextProperty() {
        return text.textProperty();
    }

    /** What is computed there: {@code ∂f += ∂c′ ⊙ c}; empty for nothing. */
    public ObjectProperty<Formula> operationProperty() {
        return operation;
    }

    /** Whom to tell which way the playhead should go. */
    public void setOnMove(Consumer<Move> action) {
        onMove = action;
    }

    /** What to do when the user wants to play, or to pause while {@link #playingProperty} is true. */
    public void setOnPlay(Runnable action) {
        onPlay = action;
    }

    /** Where playing stops, in operations, ascending. */
    public ObjectProperty<List<Long>> stopsProperty() {
        return bar.stopsProperty();
    }

    /** What to do with the position above which the user sets a breakpoint, or removes it. */
    public void setOnStop(LongConsumer action) {
        bar.setOnStop(action);
    }

    /** What to do with the position that the user drags the thumb to. */
    public void setOnScrub(LongConsumer action) {
        bar.setOnScrub(action);
    }

    @Override
    public String getUserAgentStylesheet() {
        return Transport.class.getResource("transport.css").toExternalForm();
    }

    private Button button(Move move) {
        Button button = new Button();
        button.getStyleClass().setAll("round", move.key());
        button.setUserData(move);
        button.setGraphic(new FontIcon(move.icon()));
        button.setOnAction(event -> onMove.accept(move));
        name(button, move.key(), move.keys());
        button.disableProperty()
                .bind(bar.positionProperty()
                        .map(position ->
                                move.backward() ? position.longValue() <= 0 : position.longValue() >= total()));
        return button;
    }

    private static double wordsWithin(double width) {
        return width < LEAST_FOR_ALL ? SHARE_OF_FEW_WORDS * width : Math.max(WORDS, SHARE_OF_WORDS * width);
    }

    private static void fit(Node button, boolean isNarrow) {
        button.setVisible(!isNarrow || !(button.getUserData() instanceof Move move && move.isOuter()));
        button.setManaged(button.isVisible());
    }

    private void showPlaying(boolean on) {
        play.setGraphic(new FontIcon(on ? Feather.PAUSE : Feather.PLAY));
        name(play, on ? "pause" : "play", PLAY);
    }

    private void showPhase() {
        play.pseudoClassStateChanged(BACKWARD, bar.colour().equals("backward"));
    }

    private long total() {
        return phasesProperty().get().stream()
                .mapToLong(PlaybackPhase::operations)
                .sum();
    }

    private static void name(Button button, String key, KeyCombination keys) {
        String text = TEXTS.get("transport." + key);
        button.setAccessibleText(text);
        button.setTooltip(KeyText.tip(text, keys));
    }
}
