package org.gatescope.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.gatescope.cell.ShownNames;
import org.gatescope.lesson.Place;
import org.gatescope.session.NamesOfParts;
import org.gatescope.session.Session;
import org.gatescope.ui.control.Shortcuts;
import org.gatescope.ui.formula.FormulaView;

/** A text of a lesson: paragraphs with formulas between backticks, *names* of what stands in the window, and links. */
public final class LessonText extends VBox {
    private static final double FORMULA = 15;
    /** As wide as a formula may be before it goes on below, in pixels. */
    private static final double ROOM = 270;

    private static final Pattern MARKED = Pattern.compile("`([^`]+)`|\\[([^\\]]+)\\]\\(([^)]+)\\)|\\*([^*]+)\\*");

    private final Consumer<Place> go;
    private final ShownNames names;

    /**
     * @param go      leads to the place of a link
     * @param session whose names its formulas have
     */
    public LessonText(String text, Consumer<Place> go, Session session) {
        this.go = go;
        names = NamesOfParts.of(session, session.network().key(0));
        getStyleClass().add("lesson-text");
        for (String paragraph : text.strip().split("\\n\\s*\\n", -1)) {
            getChildren().add(new TextFlow(nodes(paragraph).toArray(Node[]::new)));
        }
    }

    private List<Node> nodes(String paragraph) {
        List<Node> nodes = new ArrayList<>();
        Matcher marked = MARKED.matcher(paragraph);
        int done = 0;
        while (marked.find()) {
            add(nodes, paragraph.substring(done, marked.start()));
            nodes.add(marked(marked));
            done = marked.end();
        }
        add(nodes, paragraph.substring(done));
        return nodes;
    }

    private Node marked(Matcher marked) {
        if (marked.group(1) != null) {
            return new FormulaView(new LessonFormula(names).of(marked.group(1)), FORMULA, ROOM);
        }
        if (marked.group(2) != null) {
            return link(marked.group(2), Place.link(marked.group(3)));
        }
        Text name = words(marked.group(4));
        name.getStyleClass().add("strong");
        return name;
    }

    private static void add(List<Node> nodes, String words) {
        if (!words.isEmpty()) {
            nodes.add(words(words));
        }
    }

    private static Text words(String words) {
        Text text = new Text(CountedSteps.in(words));
        text.getStyleClass().add("lesson-words");
        return text;
    }

    /** Words alone where a link leads nowhere. */
    private Node link(String words, Optional<Place> place) {
        if (place.isEmpty()) {
            return words(words);
        }
        Hyperlink link = new Hyperlink(CountedSteps.in(words));
        link.getStyleClass().addAll("lesson-link", Shortcuts.OPENED_BY_ENTER);
        link.setOnAction(event -> {
            link.setVisited(false);
            go.accept(place.get());
        });
        return link;
    }
}
