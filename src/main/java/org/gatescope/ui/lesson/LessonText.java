package org.gatescope.ui.lesson;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
        for (List<LessonMarkup> paragraph : LessonMarkup.paragraphs(text)) {
            getChildren().add(new TextFlow(paragraph.stream().map(this::node).toArray(Node[]::new)));
        }
    }

    private Node node(LessonMarkup piece) {
        return switch (piece) {
            case LessonMarkup.Words(String words) -> words(words);
            case LessonMarkup.Mathematical(String formula) ->
                new FormulaView(new LessonFormula(names).of(formula), FORMULA, ROOM);
            case LessonMarkup.Link(String words, String target) -> link(words, Place.link(target));
            case LessonMarkup.Named(String name) -> named(name);
        };
    }

    private static Text named(String words) {
        Text name = words(words);
        name.getStyleClass().add("strong");
        return name;
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
