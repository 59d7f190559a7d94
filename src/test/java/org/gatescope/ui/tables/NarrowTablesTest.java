package org.gatescope.ui.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.gatescope.lesson.Example;
import org.gatescope.session.Session;
import org.gatescope.ui.window.Arrangement;
import org.gatescope.ui.window.WindowScene;
import org.junit.jupiter.api.Test;

/** In a pane that is as narrow as it gets, the names of gates and sequences are written out. */
class NarrowTablesTest extends WindowScene {
    @Override
    protected Session first() {
        return Example.AGREEMENT.session();
    }

    @Override
    protected Arrangement arrangement() {
        return new Arrangement(true, true, true, 0.1, 0.3);
    }

    @Test
    void nothingIsShortened() {
        List<String> shortened =
                onWindow(() -> Stream.concat(window.root().lookupAll(".pill").stream(), Stream.of(node("sequence")))
                        .filter(NarrowTablesTest::isSeen)
                        .map(Labeled.class::cast)
                        .filter(label -> label.lookup(".text") instanceof Text text
                                && !text.getText().equals(label.getText()))
                        .map(Labeled::getText)
                        .toList());
        assertThat(shortened).isEmpty();
    }

    private static boolean isSeen(Node node) {
        return Stream.iterate(node, at -> at != null, Node::getParent).allMatch(Node::isVisible);
    }
}
