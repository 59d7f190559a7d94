package org.gatescope.format.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Notation;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.FullName;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.ReadOut;
import org.gatescope.picture.Family;
import org.gatescope.picture.Palette;
import org.gatescope.session.Objective;
import org.gatescope.session.PartLines;
import org.gatescope.session.Pass;
import org.gatescope.session.Phase;
import org.gatescope.session.Schedule;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a page has to know of a session besides its program, as JSON; docs/page.md says what stands where. */
final class PageJson {
    private final Session session;
    private final Schedule schedule;
    private final PageLabels labels;
    private final Map<String, DiagramJson> diagrams = new LinkedHashMap<>();
    private final ExpressionJson expressions;
    private final CellJson.Distinct cells = new CellJson.Distinct();
    private final ObjectNode root = JsonNodeFactory.instance.objectNode();

    /** @param notes what the page's program does not do as the session does, a sentence each */
    PageJson(Page page, List<String> notes) {
        this.session = page.run().session();
        this.schedule = Schedule.of(session);
        this.labels = page.labels();
        this.expressions = new ExpressionJson(
                session.network().readOut().map(ReadOut::outputs).orElse(0));
        page.pictures()
                .diagrams()
                .forEach((part, diagram) -> diagrams.put(part, new DiagramJson(diagram, schedule, expressions)));
        add(page, notes);
    }

    String text() {
        return root.toString();
    }

    /** Which of the cells a part has, from 0. */
    int cell(String part) {
        return cells.indexOf(equations(part));
    }

    private void add(Page page, List<String> notes) {
        root.put("title", session.title());
        root.put("description", String.join(" ", notes));
        root.put("start", page.start());
        root.put("steps", session.steps());
        root.put("sequences", session.batch());
        session.lengths().forEach(root.putArray("lengths")::add);
        addComputed();
        addTexts();
        addParts();
        addPasses();
        cells.write(root.putArray("cells"));
        labels.lanes().forEach(lane -> addLane(root.withArray("lanes"), lane));
        addTables();
        addWords();
        addPalettes();
        page.hidden().forEach(root.putArray("hidden")::add);
    }

    /** Which steps of each sequence are computed, if not all are. */
    private void addComputed() {
        if (session.mask().count() == session.steps() * session.batch()) {
            return;
        }
        ArrayNode all = root.putArray("computed");
        for (int n = 0; n < session.batch(); n++) {
            ArrayNode own = all.addArray();
            for (int t = 0; t < session.steps(); t++) {
                own.add(session.mask().isHeld(n, t) ? 0 : 1);
            }
        }
    }

    /** As they are written, with their {0}: the page fills them in. */
    private void addTexts() {
        ResourceBundle bundle = Page.TEXTS.bundle();
        ObjectNode texts = root.putObject("texts");
        for (String key : new TreeSet<>(bundle.keySet())) {
            texts.put(key, bundle.getString(key));
        }
    }

    private void addParts() {
        ArrayNode list = root.putArray("parts");
        Network network = session.network();
        part(list, "input", Embedding.KEY, Embedding.KEY, -1, network.layerInputs());
        for (Part part : network.parts()) {
            ObjectNode node = part(
                    list,
                    "layer",
                    part.key(),
                    part.parameterKey(),
                    part.index(),
                    part.layer().outputs());
            node.put("backwards", part.reversed());
            part.layer().cell().states().forEach(node.putArray("states")::add);
            node.put("merging", part.layer().isMerged() ? lower(part.layer().merging()) : "");
            node.put("shortcut", lower(part.layer().shortcut()));
        }
        network.readOut().ifPresent(readOut -> {
            part(list, "readout", ReadOut.KEY, ReadOut.KEY, network.layers().size(), readOut.outputs());
            root.putObject("readOut").put("everyStep", readOut.everyStep());
        });
        session.objective().ifPresent(objective -> root.put("nextToken", objective.aim() == Objective.Aim.NEXT_TOKEN));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private ObjectNode part(ArrayNode list, String kind, String key, String own, int layer, int units) {
        ObjectNode node = list.addObject()
                .put("key", key)
                .put("kind", kind)
                .put("label", labels.part(key))
                .put("own", own)
                .put("layer", layer)
                .put("units", units);
        ArrayNode below = node.putArray("below");
        below(layer).forEach(below::add);
        if (!key.equals(Embedding.KEY) || session.network().embedding().isPresent()) {
            node.put("cell", cell(key));
        }
        DiagramJson diagram = diagrams.get(key);
        if (diagram != null) {
            node.set("diagram", diagram.node());
        }
        return node;
    }

    /** Keys of the parts that make what a layer reads. */
    private List<String> below(int layer) {
        return layer <= 0
                ? layer == 0 ? List.of(Embedding.KEY) : List.of()
                : session.network().parts().stream()
                        .filter(part -> part.index() == layer - 1)
                        .map(Part::key)
                        .toList();
    }

    /** The equations of a layer's direction, of the read-out, of the sum over it, or of the embedding. */
    private CellJson equations(String key) {
        boolean isReadOut = key.equals(ReadOut.KEY) || key.equals(Schedule.TOTAL);
        Phase there = isReadOut ? Phase.LOSS : Phase.FORWARD;
        Optional<Cell> cell = session.part(key).map(part -> part.layer().cell());
        return new CellJson(
                cell.map(Cell::title).orElse(""),
                cell.map(Cell::states).orElse(List.of()),
                cell.map(own -> List.copyOf(own.parameters().keySet())).orElseGet(() -> parameters(key)),
                PartLines.of(session, there, key),
                PartLines.of(session, Phase.BACKWARD, key),
                expressions);
    }

    private List<String> parameters(String key) {
        return session.network().parameters().keySet().stream()
                .filter(name -> FullName.isIn(name, key))
                .map(name -> FullName.of(name).local())
                .toList();
    }

    /** In the order in which they are played. */
    private void addPasses() {
        ArrayNode list = root.putArray("passes");
        ArrayNode all = root.putArray("operations");
        Map<ArrayNode, Integer> known = new LinkedHashMap<>();
        for (int i = 0; i < schedule.passes(); i++) {
            Pass pass = schedule.pass(i);
            ArrayNode own = operations(pass);
            list.addObject()
                    .put("phase", lower(pass.phase()))
                    .put("part", pass.part())
                    .put("cell", cell(pass.part()))
                    .put("first", pass.first())
                    .put("steps", pass.steps())
                    .put("descending", pass.descending())
                    .put("operations", known.computeIfAbsent(own, added -> {
                        all.add(added);
                        return all.size() - 1;
                    }));
        }
    }

    private ArrayNode operations(Pass pass) {
        ArrayNode operations = equations(pass.part()).operations(pass.phase() == Phase.BACKWARD);
        DiagramJson diagram = diagrams.get(pass.part());
        for (int i = 0; diagram != null && i < operations.size(); i++) {
            int node = diagram.lit(pass.phase(), i);
            if (node >= 0) {
                ((ObjectNode) operations.get(i)).put("node", node);
            }
        }
        return operations;
    }

    private static void addLane(ArrayNode list, PageLane lane) {
        list.addObject()
                .put("part", lane.part())
                .put("name", lane.quantity())
                .put("label", FormulaHtml.of(lane.label()))
                .put("text", Notation.of(lane.name(), lane.isGradient()))
                .put("subtitle", lane.subtitle())
                .put("group", lane.group())
                .put("family", lower(lane.family()))
                .put("saturates", lane.saturates())
                .put("folded", lane.folded())
                .put("units", lane.units());
    }

    private void addTables() {
        ArrayNode list = root.putArray("tables");
        Network network = session.network();
        List<String> inputs = session.inputNames();
        network.parameters().forEach((name, size) -> {
            boolean isEmbedding = name.equals(Embedding.TABLE);
            boolean isReadOut = name.equals(ReadOut.WEIGHTS) || name.equals(ReadOut.BIAS);
            List<String> rows = isEmbedding ? inputs : List.of();
            table(list, new TableId.Parameter(name), rows, isReadOut ? session.outputNames() : List.of())
                    .put("kind", "parameter")
                    .put("name", name)
                    .put("part", FullName.of(name).part());
        });
        table(list, new TableId.Input(0), List.of(), inputs).put("kind", "input");
        if (session.objective().isPresent()) {
            table(list, new TableId.Targets(0), List.of(), session.outputNames())
                    .put("kind", "target");
        }
        for (String name :
                session.numbers().initialState().keySet().stream().sorted().toList()) {
            table(list, new TableId.InitialState(name), List.of(), List.of())
                    .put("kind", "start")
                    .put("name", name)
                    .put("part", FullName.of(name).part());
        }
        if (isGiven(List.of(session.numbers().upstream()))) {
            table(list, new TableId.Upstream(0), List.of(), List.of()).put("kind", "upstream");
        }
        if (isGiven(session.numbers().finalState().values())) {
            for (String name :
                    session.numbers().finalState().keySet().stream().sorted().toList()) {
                table(list, new TableId.FinalGradient(name), List.of(), List.of())
                        .put("kind", "end")
                        .put("name", name)
                        .put("part", FullName.of(name).part());
            }
        }
    }

    /** Without a loss gradients have to come from somewhere, too. */
    private boolean isGiven(Iterable<Matrix> tables) {
        boolean isSome = session.objective().isEmpty();
        for (Matrix table : tables) {
            isSome |= table.sumOfSquares() != 0;
        }
        return isSome;
    }

    private ObjectNode table(ArrayNode list, TableId id, List<String> rowNames, List<String> columnNames) {
        ObjectNode table = list.addObject()
                .put("label", FormulaHtml.of(labels.symbol(id)))
                .put("subtitle", labels.table(id))
                .put("group", labels.group(id));
        if (!rowNames.isEmpty()) {
            rowNames.forEach(table.putArray("rowNames")::add);
        }
        if (!columnNames.isEmpty()) {
            columnNames.forEach(table.putArray("columnNames")::add);
        }
        return table;
    }

    /** Of each sequence and step, where there are some. */
    private void addWords() {
        if (session.vocabulary().isEmpty()) {
            return;
        }
        ArrayNode all = root.putArray("words");
        for (int n = 0; n < session.batch(); n++) {
            ArrayNode own = all.addArray();
            for (int t = 0; t < session.steps(); t++) {
                own.add(session.token(n, t));
            }
        }
        ObjectNode names = root.putObject("unitNames");
        session.inputNames().forEach(names.putArray("input")::add);
        session.outputNames().forEach(names.putArray("output")::add);
    }

    private void addPalettes() {
        ObjectNode both = root.putObject("palettes");
        ObjectNode others = root.putObject("notFinite");
        for (boolean dark : new boolean[] {false, true}) {
            ObjectNode own = both.putObject(theme(dark));
            for (Family family : Family.values()) {
                own.put(lower(family), colours(Palette.of(family, dark), 0, Palette.SIZE));
            }
            Palette any = Palette.of(Family.VALUES, dark);
            others.putObject(theme(dark))
                    .put("nan", colours(any, Palette.NAN, 1))
                    .put("positive", colours(any, Palette.POSITIVE_INFINITY, 1))
                    .put("negative", colours(any, Palette.NEGATIVE_INFINITY, 1));
        }
    }

    private static String theme(boolean dark) {
        return dark ? "dark" : "light";
    }

    /** RRGGBB one after another. */
    private static String colours(Palette palette, int first, int count) {
        StringBuilder colours = new StringBuilder();
        for (int i = first; i < first + count; i++) {
            colours.append(String.format(Locale.ROOT, "%06x", palette.argb(i) & 0xffffff));
        }
        return colours.toString();
    }
}
