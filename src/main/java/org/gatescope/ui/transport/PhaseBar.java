package org.gatescope.ui.transport;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.gatescope.text.Texts;

/** All of playback as a bar of phases, filled up to the playhead, with a thumb to drag. */
final class PhaseBar extends Region {
    private static final Texts TEXTS = Texts.of(PhaseBar.class);
    private static final double BAR = 8;
    private static final double THUMB = 16;

    /** A phase: its length, the done part of it, its name below. */
    private record Segment(Region track, Region fill, Label label) {}

    private final ObjectProperty<List<PlaybackPhase>> phases = new SimpleObjectProperty<>(List.of());
    private final LongProperty position = new SimpleLongProperty();
    private final List<Segment> segments = new ArrayList<>();
    private final Region thumb = new Region();
    private final ObjectProperty<List<Long>> stops = new SimpleObjectProperty<>(List.of());
    private final StopMarks marks = new StopMarks();
    private LongConsumer onScrub = p -> {};

    PhaseBar() {
        getStyleClass().add("phase-bar");
        setAccessibleRole(AccessibleRole.SLIDER);
        setFocusTraversable(true);
        phases.subscribe(this::rebuild);
        position.subscribe(this::moved);
        stops.subscribe(this::requestLayout);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::scrub);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::scrub);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    ObjectProperty<List<PlaybackPhase>> phasesProperty() {
        return phases;
    }

    /** Operations done. */
    LongProperty positionProperty() {
        return position;
    }

    /** Where playing stops, in operations, ascending. */
    ObjectProperty<List<Long>> stopsProperty() {
        return stops;
    }

    void setOnScrub(LongConsumer action) {
        onScrub = action;
    }

    /** Told of a click above the bar where breakpoints have their marks. */
    void setOnStop(LongConsumer action) {
        marks.setOnStop(x -> {
            if (total() > 0) {
                action.accept(nearest(x - THUMB / 2));
            }
        });
    }

    /** The mark at a place on the bar, or the operation there. */
    private long nearest(double x) {
        PhaseScale scale = scale();
        return stops.get().stream()
                .filter(stop -> Math.abs(scale.x(stop) - x) <= StopMarks.REACH)
                .min(Comparator.comparingDouble(stop -> Math.abs(scale.x(stop) - x)))
                .orElseGet(() -> scale.position(x));
    }

    /** The colour class of the phase at the playhead. */
    String colour() {
        List<PlaybackPhase> now = phases.get();
        return now.isEmpty() ? "" : now.get(scale().phaseAt(position.get())).colour();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 60;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 400;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 32;
    }

    @Override
    protected void layoutChildren() {
        PhaseScale scale = scale();
        double top = Math.rint(getHeight() / 2 - BAR - 1);
        double free = 0;
        for (int i = 0; i < segments.size(); i++) {
            double x = THUMB / 2 + scale.left(i);
            double width = scale.width(i);
            Segment segment = segments.get(i);
            segment.track().resizeRelocate(x, top, width, BAR);
            segment.fill().resizeRelocate(x, top, width * scale.done(i, position.get()), BAR);
            segment.fill().setVisible(segment.fill().getWidth() >= 1);
            free = label(segment.label(), x + width / 2, top + BAR + 3, free);
        }
        double x = THUMB / 2 + scale.x(position.get());
        thumb.resizeRelocate(x - THUMB / 2, top + BAR / 2 - THUMB / 2, THUMB, THUMB);
        thumb.getStyleClass().setAll("thumb", colour());
        marks.resizeRelocate(0, 0, getWidth(), top - 1);
        marks.show(stops.get().stream()
                .mapToDouble(stop -> THUMB / 2 + scale.x(stop))
                .toArray());
    }

    /** A name that would touch the one before it is left out. Answers where the next may begin. */
    private double label(Label label, double centre, double top, double free) {
        double width = label.prefWidth(-1);
        double x = Math.clamp(Math.rint(centre - width / 2), 0, Math.max(0, getWidth() - width));
        label.resizeRelocate(x, top, width, label.prefHeight(-1));
        label.setVisible(x >= free);
        return x >= free ? x + width + 6 : free;
    }

    private void rebuild() {
        segments.clear();
        getChildren().clear();
        for (PlaybackPhase phase : phases.get()) {
            Segment segment = new Segment(new Region(), new Region(), new Label(phase.label()));
            segment.track().getStyleClass().add("track");
            segment.fill().getStyleClass().addAll("fill", phase.colour());
            segment.label().getStyleClass().add("phase-label");
            segments.add(segment);
            getChildren().addAll(segment.track(), segment.fill(), segment.label());
        }
        getChildren().addAll(marks, thumb);
        moved();
    }

    private void moved() {
        long total = total();
        setAccessibleText(TEXTS.get("phase.spoken", position.get(), total));
        requestLayout();
    }

    private void scrub(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && total() > 0) {
            requestFocus();
            onScrub.accept(scale().position(event.getX() - THUMB / 2));
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        long target = switch (event.getCode()) {
            case DOWN -> position.get() - 1;
            case UP -> position.get() + 1;
            default -> -1;
        };
        if (target >= 0 && target <= total() && !event.isShiftDown() && !event.isShortcutDown()) {
            onScrub.accept(target);
            event.consume();
        }
    }

    private long total() {
        return phases.get().stream().mapToLong(PlaybackPhase::operations).sum();
    }

    private PhaseScale scale() {
        return new PhaseScale(phases.get(), Math.max(1, getWidth() - THUMB));
    }
}
