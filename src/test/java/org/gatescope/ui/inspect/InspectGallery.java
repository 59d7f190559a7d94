package org.gatescope.ui.inspect;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.layout.HBox;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Fill;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.explain.NumberId;
import org.gatescope.explain.NumberId.Given;
import org.gatescope.explain.NumberId.GradientOfGiven;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.lesson.Example;
import org.gatescope.session.Background;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.gatescope.session.Workbench;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.desk.Selection;
import org.gatescope.ui.render.NodeImage;
import org.gatescope.ui.render.Offscreen;
import org.gatescope.ui.theme.Theme;

/** Panels beside each other, for looking at them: {@code InspectGallery FOLDER}. */
final class InspectGallery {
    private static final String PART = Selection.FIRST;

    private InspectGallery() {}

    public static void main(String[] folder) throws Exception {
        Session sentences = Example.THREE_SENTENCES.session();
        write(
                folder[0] + "/usual",
                sentences,
                List.of(
                        new NumberId.Loss(),
                        new OfStep(ReadOut.KEY, "loss", 2, 0, 0),
                        new OfStep(PART, "f.pre", 3, 0, 2),
                        new OfStep(PART, "d.c'", 3, 0, 2),
                        new GradientOfGiven(new TableId.Parameter(PART + ".Wx.f"), 2, 3),
                        new OfStep(ReadOut.KEY, "y", 3, 0, 1)));
        write(
                folder[0] + "/others",
                sentences,
                List.of(
                        new OfStep("1.backward", "d.h'", 1, 1, 2),
                        new OfStep("1.forward", "n.pre", 1, 1, 2),
                        new NumberId.Norm("1.backward", "d.h'", 1, 1),
                        new NumberId.JacobianNorm(PART, "c", 0, 3, 0),
                        new Given(new TableId.InitialState("0.backward.h"), 1, 1),
                        new OfStep(ReadOut.KEY, "d.z", 1, 0, 2)));
        write(
                folder[0] + "/own",
                own(),
                List.of(
                        new OfStep(PART, "h'", 1, 0, 3),
                        new OfStep(PART, "d.h", 1, 0, 3),
                        new OfStep(PART, "a.very_long.name", 1, 0, 3),
                        new GradientOfGiven(new TableId.Parameter(PART + ".U"), 2, 3),
                        new OfStep(PART, "d.h'", 1, 0, 3),
                        new Given(new TableId.Parameter(PART + ".λ"), 0, 3)));
        System.exit(0);
    }

    private static Session own() {
        Cell cell = Cell.parse("""
                state h
                leak = sigmoid(λ)
                a.very_long.name = (1 - leak) * sin(x @ W + h @ (U @ V)) / (1 + h ^ 2) + exp(-abs(h))
                h' = a.very_long.name * tanh(x @ Wx.one + (leak * h) @ U) * 1e-7 - leak * h
                """);
        Session zeros = Session.zeros("own", cell, 1, 3, 20, 40);
        Session session = zeros.edit(new TableId.Input(0), x -> new Fill.Normal(1, 3).matrix(x.rows(), x.columns()))
                .edit(new TableId.Upstream(0), u -> new Fill.Normal(1, 4).matrix(u.rows(), u.columns()))
                .edit(new TableId.InitialState(PART + ".h"), h -> new Fill.Normal(1, 5).matrix(1, 40));
        for (String name : cell.parameters().keySet()) {
            session = session.edit(
                    new TableId.Parameter(PART + "." + name),
                    w -> new Fill.Normal(0.4, name.hashCode()).matrix(w.rows(), w.columns()));
        }
        return session.withMistake(Mistake.RECURRENT_GRADIENT_LOST, true).withMistake(Mistake.LAST_GRADIENT_KEPT, true);
    }

    private static void write(String file, Session session, List<NumberId> numbers) throws Exception {
        for (Theme theme : Theme.values()) {
            NodeImage.write(
                    Offscreen.call(() -> {
                        theme.apply();
                        HBox all = new HBox(8);
                        all.setStyle("-fx-background-color: -gs-border");
                        numbers.forEach(number -> all.getChildren().add(panel(session, number, theme == Theme.DARK)));
                        return NodeImage.of(all, 328 * numbers.size() - 8, 780);
                    }),
                    Path.of(file + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png"));
        }
    }

    private static InspectPanel panel(Session session, NumberId number, boolean dark) {
        Workbench workbench = new Workbench(session, Runnable::run, Runnable::run);
        Desk desk = Desk.over(workbench, Background.atOnce(), dark ? Theme.DARK : Theme.LIGHT);
        Selection selection = desk.selection();
        InspectPanel panel = new InspectPanel(desk);
        selection.opened().set(new OfStep(PART, "d.c'", 2, 0, 2));
        selection.opened().set(new OfStep(PART, "d.h'", 4, 0, 2));
        selection.opened().set(number);
        return panel;
    }
}
