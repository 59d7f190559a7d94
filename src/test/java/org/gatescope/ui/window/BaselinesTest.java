package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.gatescope.lesson.Example;
import org.gatescope.session.Session;
import org.gatescope.ui.formula.FormulaView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words and buttons that stand in one row stand on one line: headings with their buttons, forms, the status line. */
class BaselinesTest extends WindowScene {
    /** Half a pixel is where a line of text is rounded to. */
    private static final double TOLERANCE = 1;

    /** Icons are letters of a font of their own. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");

    @Override
    protected Session first() {
        return Example.SENTENCE.session();
    }

    @Override
    protected Arrangement arrangement() {
        return Arrangement.FIRST;
    }

    @Test
    void whatStandsInARowOfTheTablesOrTheStatusLineStandsOnOneLine() {
        List<String> crooked = onWindow(() -> {
            List<String> found = new ArrayList<>();
            for (Node side :
                    List.of(window.root().lookup(".tables-panel"), window.root().lookup(".status-bar"))) {
                for (Node row : side.lookupAll("*")) {
                    if (row instanceof HBox box) {
                        found.addAll(crooked(box));
                    }
                }
            }
            return found;
        });
        assertThat(crooked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cell", "training", "diagnostics", "mistakes"})
    void whatStandsInARowOfARoomOrOfThePlaybackStandsOnOneLine(String room) {
        List<String> crooked = onWindow(() -> {
            window.showRoom(room);
            window.root().applyCss();
            window.root().layout();
            List<String> found = new ArrayList<>();
            for (String part : List.of(".side-room", ".transport", ".inspect")) {
                for (Node row : window.root().lookup(part).lookupAll("*")) {
                    if (row instanceof HBox box) {
                        found.addAll(crooked(box));
                    }
                }
            }
            return found;
        });
        assertThat(crooked).isEmpty();
    }

    @Test
    void theOperationsFormulaStandsOnTheLineOfItsWords() {
        double gap = onWindow(() -> {
            Node formula = node("operation-formula");
            Text words = (Text) window.root().lookup(".position-text").lookup(".text");
            return baseline(words)
                    - formula.localToScene(new Point2D(0, formula.getBaselineOffset()))
                            .getY();
        });
        assertThat(gap).isBetween(-TOLERANCE, TOLERANCE);
    }

    @Test
    void whatIsSaidStandsOnTheLineOfTheFiguresBesideIt() {
        openExample(Example.SMALL_SEQUENCE_LSTM);
        assertThat(notice()).isNotEmpty();
        double gap = onWindow(
                () -> baseline((Text) styled(".status-bar .status-label").lookup(".text"))
                        - baseline((Text) node("status-time").lookup(".text")));
        assertThat(gap).isBetween(-TOLERANCE, TOLERANCE);
    }

    @Test
    void aRowThatIsCrookedIsSeen() {
        List<String> found = onWindow(() -> {
            Node first = node("show-values");
            first.setTranslateY(3);
            List<String> seen = crooked(first.getParent());
            first.setTranslateY(0);
            return seen;
        });
        assertThat(found).isNotEmpty();
    }

    /** Pairs of single lines that share some height and have the same size of letters, but not the same line. */
    private static List<String> crooked(Parent row) {
        List<Text> texts = row.getChildrenUnmodifiable().stream()
                .filter(Node::isVisible)
                .flatMap(BaselinesTest::lines)
                .toList();
        List<String> found = new ArrayList<>();
        for (int i = 1; i < texts.size(); i++) {
            Text one = texts.get(i - 1);
            Text other = texts.get(i);
            double gap = Math.abs(baseline(one) - baseline(other));
            boolean isAlike = one.getFont().getSize() == other.getFont().getSize();
            if (isAlike && gap > TOLERANCE && gap < one.getFont().getSize()) {
                found.add("“" + one.getText() + "” and “" + other.getText() + "”: " + gap + " in " + row);
            }
        }
        return found;
    }

    /** The one line of a label, a button or a field; what is laid out otherwise is no part of a row. */
    private static Stream<Text> lines(Node node) {
        if (node instanceof Text text) {
            boolean isLine = text.isVisible()
                    && WORD.matcher(text.getText()).find()
                    && text.getText().indexOf('\n') < 0;
            return isLine
                            && text.getLayoutBounds().getHeight()
                                    < 2 * text.getFont().getSize()
                    ? Stream.of(text)
                    : Stream.of();
        }
        boolean stacks = node instanceof VBox || node instanceof GridPane;
        boolean isFormula = node instanceof FormulaView; // has indices above and below its line
        return stacks || isFormula || !node.isVisible() || !(node instanceof Parent parent)
                ? Stream.of()
                : parent.getChildrenUnmodifiable().stream().flatMap(BaselinesTest::lines);
    }

    private static double baseline(Text text) {
        double below = text.getTextOrigin() == VPos.BASELINE ? 0 : text.getBaselineOffset();
        return text.localToScene(new Point2D(0, below)).getY();
    }
}
