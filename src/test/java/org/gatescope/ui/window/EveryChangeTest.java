package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.text.Text;
import javafx.util.Subscription;
import org.gatescope.engine.Network.Part;
import org.gatescope.explain.NumberId;
import org.gatescope.lesson.Example;
import org.gatescope.session.Background;
import org.gatescope.session.EveryChange;
import org.gatescope.session.Session;
import org.gatescope.session.Workbench;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.render.Offscreen;
import org.gatescope.ui.settings.OwnCells;
import org.gatescope.ui.theme.Theme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each room meets each change of a session in random order, while panels are put away and back. Nothing fails, and in the
 * end everything, to the pixel, is as in a window that opens on that session. More of it: {@code -Drandom.changes=20}.
 */
class EveryChangeTest {
    private static final List<String> PANELS =
            Arrangement.PARTS.stream().map(part -> "show-" + part).toList();

    /** What tells of the way there: ids and style classes. */
    private static final Set<String> OF_THE_PAST = Set.of("undo", "status-time", "trail");

    private static final double HEIGHT = 800;
    /** Everything is in view. */
    private static final double ALL = 5000;

    private final List<Throwable> failures = new ArrayList<>();

    static Stream<Arguments> rooms() {
        return LongStream.range(0, Integer.getInteger("random.changes", 1))
                .boxed()
                .flatMap(seed -> Rooms.keys().stream().map(room -> Arguments.of(room, seed)));
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void leavesNothingBehind(String room, long seed) throws Exception {
        Offscreen.call(() -> {
            Theme.LIGHT.apply();
            Thread thread = Thread.currentThread();
            Thread.UncaughtExceptionHandler usual = thread.getUncaughtExceptionHandler();
            thread.setUncaughtExceptionHandler((where, thrown) -> failures.add(thrown));
            try {
                live(room, new Random(seed * 31 + room.length()));
            } finally {
                thread.setUncaughtExceptionHandler(usual);
            }
            return null;
        });
    }

    private void live(String room, Random random) {
        Lived lived = new Lived(Example.SMALL_SEQUENCE.session(), room);
        List<Map.Entry<String, UnaryOperator<Session>>> changes =
                new ArrayList<>(EveryChange.all().entrySet());
        Collections.shuffle(changes, random);
        for (Map.Entry<String, UnaryOperator<Session>> change : changes) {
            String panel = PANELS.get(random.nextInt(PANELS.size()));
            try {
                lived.open(random);
                lived.toggle(panel);
                lived.workbench.edit(change.getKey(), change.getValue());
                lived.move(random);
                lived.layOut(HEIGHT);
                lived.toggle(panel);
                lived.layOut(HEIGHT);
            } catch (RuntimeException e) {
                failures.add(e);
            }
            assertThat(failures).as(change.getKey() + ", without " + panel).isEmpty();
        }
        Lived fresh = lived.anew(room);
        List<String> seen = lived.seen();
        List<String> wanted = fresh.seen();
        assertThat(without(seen, wanted)).as("left behind").isEmpty();
        assertThat(without(wanted, seen)).as("not there").isEmpty();
        lived.window.close();
        fresh.window.close();
    }

    private static List<String> without(List<String> lines, List<String> others) {
        List<String> rest = new ArrayList<>(lines);
        others.forEach(rest::remove);
        return rest;
    }

    /** A window without a stage. */
    private static final class Lived {
        final Workbench workbench;
        final MainWindow window;

        Lived(Session session, String room) {
            workbench = new Workbench(session, Runnable::run, Runnable::run);
            window = new MainWindow(
                    Desk.over(workbench, Background.atOnce(), Theme.LIGHT, Lived::soonGone),
                    Runnable::run,
                    new OwnCells(Path.of("target", "cells")),
                    new Arrangement(true, true, true, 0.28, 0.34, true, room));
            new Scene(window.root(), 1280, HEIGHT);
            layOut(HEIGHT);
        }

        /** What an edit changed is outlined for no time at all. */
        private static Subscription soonGone(Runnable action) {
            action.run();
            return Subscription.EMPTY;
        }

        void layOut(double height) {
            window.root().resize(1280, height);
            window.root().applyCss();
            window.root().layout();
        }

        void toggle(String panel) {
            ((ToggleButton) window.root().lookup("#" + panel)).fire();
        }

        void open(Random random) {
            Session session = workbench.session().get();
            List<Part> parts = session.network().parts();
            Part part = parts.get(random.nextInt(parts.size()));
            window.selection().part().set(part.key());
            window.selection().sequence().set(random.nextInt(session.batch()));
            window.selection()
                    .opened()
                    .set(new NumberId.OfStep(
                            part.key(),
                            random.nextBoolean() ? "h'" : "d.h",
                            random.nextInt(Math.max(1, session.steps())),
                            random.nextInt(session.batch()),
                            random.nextInt(part.layer().hidden())));
        }

        void move(Random random) {
            double share = random.nextDouble();
            workbench.move(now -> now.at((long) (share * now.schedule().length())));
        }

        /** A window that opens on what this one shows. */
        Lived anew(String room) {
            Lived fresh = new Lived(workbench.session().get(), room);
            long place = workbench.shown().get().playhead().position();
            fresh.workbench.move(now -> now.at(place)); // first, as the part follows the playhead where that enters one
            fresh.window.selection().part().set(window.selection().part().get());
            fresh.window
                    .selection()
                    .sequence()
                    .set(window.selection().sequence().get());
            fresh.window.selection().opened().set(window.selection().opened().get());
            fresh.lanes()
                    .filter(lane -> !fold(lane)
                            .getAccessibleText()
                            .equals(fold(same(lane)).getAccessibleText()))
                    .forEach(lane -> fold(lane).fire());
            return fresh;
        }

        private Stream<Node> lanes() {
            return window.root().lookupAll(".lane").stream();
        }

        private Node same(Node lane) {
            return lanes().filter(own -> own.getId().equals(lane.getId()))
                    .findFirst()
                    .orElseThrow();
        }

        private static Button fold(Node lane) {
            return (Button) lane.lookup(".fold");
        }

        /** All that is written, drawn and spoken. */
        List<String> seen() {
            layOut(ALL);
            layOut(ALL);
            return window.root().lookupAll("*").stream()
                    .filter(node -> around(node).allMatch(Node::isVisible))
                    .filter(node -> around(node).noneMatch(Lived::isOfThePast))
                    .flatMap(node -> Stream.of(
                                    node.getAccessibleText(),
                                    node instanceof Text text ? text.getText() : null,
                                    node instanceof Canvas canvas ? Screenshot.of(canvas.snapshot(null, null)) : null)
                            .filter(what -> what != null && !what.toString().isEmpty())
                            .map(what -> node.getClass().getSimpleName() + " of " + owner(node) + ": " + what))
                    .toList();
        }

        private static boolean isOfThePast(Node node) {
            return OF_THE_PAST.contains(String.valueOf(node.getId()))
                    || node.getStyleClass().stream().anyMatch(OF_THE_PAST::contains);
        }

        private static String owner(Node node) {
            return around(node)
                    .map(Node::getId)
                    .filter(id -> id != null)
                    .findFirst()
                    .orElse("");
        }

        private static Stream<Node> around(Node node) {
            return Stream.iterate(node, at -> at != null, Node::getParent);
        }
    }
}
