package org.gatescope.ui.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Matrix;
import org.gatescope.explain.Covered;
import org.gatescope.format.FormatException;
import org.gatescope.lesson.Example;
import org.gatescope.session.Pass;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Run;
import org.gatescope.session.Schedule;
import org.gatescope.session.Session;
import org.gatescope.session.Vocabulary;
import org.gatescope.ui.render.Offscreen;
import org.gatescope.ui.stage.RunLanes;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SessionPageTest {
    private static final Pattern JSON =
            Pattern.compile("<script type=\"application/json\" id=\"session\">(.*?)</script>", Pattern.DOTALL);
    /** Of examples, each made once. */
    private static final Map<String, String> PAGES = new HashMap<>();

    private static final Pattern SCRIPT = Pattern.compile("<script.*?</script>", Pattern.DOTALL);
    private static final Pattern SVG = Pattern.compile("<svg .*?</svg>", Pattern.DOTALL);

    @Test
    void operationsAreThoseOfThePlayback() throws Exception {
        Session session = Example.of("three-sentences").orElseThrow().session();
        JsonNode json = json(page("three-sentences"));
        Schedule schedule = Schedule.of(session);
        assertThat(json.get("passes").size()).isEqualTo(schedule.passes());
        for (int i = 0; i < schedule.passes(); i++) {
            Pass pass = schedule.pass(i);
            JsonNode told = json.get("passes").get(i);
            assertThat(told.get("part").asString()).isEqualTo(pass.part());
            assertThat(told.get("phase").asString())
                    .isEqualToIgnoringCase(pass.phase().name());
            assertThat(told.get("first").asInt()).isEqualTo(pass.first());
            assertThat(told.get("steps").asInt()).isEqualTo(pass.steps());
            assertThat(told.get("descending").asBoolean()).isEqualTo(pass.descending());
            JsonNode operations =
                    json.get("operations").get(told.get("operations").asInt());
            assertThat(operations.values().stream()
                            .map(each -> each.get("quantity").asString()))
                    .containsExactlyElementsOf(pass.operations().stream()
                            .map(each -> each.quantity())
                            .toList());
            assertThat(operations.values().stream()
                            .map(each -> each.get("completes").asBoolean()))
                    .containsExactlyElementsOf(pass.operations().stream()
                            .map(each -> each.completes())
                            .toList());
            checkLines(json, told, operations, pass.phase() == Phase.BACKWARD);
        }
    }

    /** Each operation stands in the line that computes its quantity. */
    private static void checkLines(JsonNode json, JsonNode pass, JsonNode operations, boolean isBack) {
        JsonNode cell = json.get("cells").get(pass.get("cell").asInt());
        for (JsonNode operation : operations.values()) {
            int line = operation.get("line").asInt();
            String computed = isBack
                    ? "d." + cell.get("adjoints").get(line).get("target").asString()
                    : cell.get("lines").get(line).get("name").asString();
            assertThat(operation.get("quantity").asString()).isEqualTo(computed);
        }
    }

    @Test
    void lanesAndTablesAreThoseOfTheWindow() throws Exception {
        Session session = Example.of("three-sentences").orElseThrow().session();
        JsonNode json = json(page("three-sentences"));
        assertThat(json.get("lanes").values().stream()
                        .map(lane -> lane.get("part").asString() + "|"
                                + lane.get("name").asString()))
                .containsExactlyElementsOf(RunLanes.of(Run.of(session)).stream()
                        .map(lane -> lane.id())
                        .toList())
                .contains("dense|y", "embedding|d.token", "1.backward|d.h'");
        assertThat(json.get("tables").values().stream()
                        .filter(table -> table.get("kind").asString().equals("parameter"))
                        .map(table -> table.get("name").asString()))
                .containsExactlyElementsOf(session.network().parameters().keySet());
        assertThat(json.get("words").get(1).get(2).asString()).isEqualTo(session.token(1, 2));
    }

    /** What lights in the diagram is what the window lights. */
    @Test
    void nodesOfDiagramsAreLitByTheirOperations() throws Exception {
        Session session = Example.of("small-sequence-gru").orElseThrow().session();
        JsonNode json = json(page(session));
        JsonNode diagram = json.get("parts").get(1).get("diagram");
        JsonNode operations = json.get("operations")
                .get(json.get("passes").get(0).get("operations").asInt());
        assertThat(operations.size())
                .isEqualTo(Schedule.of(session)
                        .operations(Phase.FORWARD, "0.forward")
                        .size());
        assertThat(operations.values()).anyMatch(operation -> operation.has("node"));
        for (int i = 0; i < operations.size(); i++) {
            JsonNode operation = operations.get(i);
            if (operation.has("node")) {
                JsonNode node = diagram.get("nodes").get(operation.get("node").asInt());
                assertThat(node.get("done").asInt()).isLessThanOrEqualTo(operations.size());
            }
        }
        assertThat(diagram.get("wires").values())
                .allMatch(
                        wire -> wire.get("from").asInt() < diagram.get("nodes").size());
    }

    /** Everything that a session file can have for a text. */
    @Test
    void whatASessionSaysStaysText() throws Exception {
        String evil = "</script><b onclick='x()'>\"&amp;<!--<script>\u2028\u2029\\u003c]]>";
        Cell cell = Cell.parse("# </script><!-- <b>\nstate h\nh' = tanh(x @ W)\n");
        Session session = Session.zeros(evil, cell, 1, 2, 2, 1)
                .withVocabulary(Vocabulary.of(List.of(evil, "b")))
                .withNumbers(numbers -> numbers.withInput(Matrix.of(new double[][] {{1, 0}, {0, 1}})));
        String page = page(session);
        JsonNode json = json(page);
        assertThat(json.get("title").asString()).isEqualTo(evil);
        assertThat(json.get("words").get(0).get(0).asString()).isEqualTo(evil);
        assertThat(page).contains("<title>&lt;/script&gt;&lt;b onclick=&#39;x()&#39;&gt;");
        assertThat(page.split("</script>", -1)).hasSize(4); // those of the page
        assertThat(page).doesNotContain("<!--");
        StringBuilder markup = new StringBuilder();
        Matcher scripts = SCRIPT.matcher(page);
        while (scripts.find()) {
            assertThat(scripts.group()).doesNotContain("\u2028", "\u2029"); // lines of a program end there
            scripts.appendReplacement(markup, "");
        }
        assertThat(scripts.appendTail(markup).toString()).doesNotContain("<b>", "<b ", "onclick='");
        assertThat(svgs(page)).isNotEmpty();
    }

    @Test
    void picturesNameWhatThePageLights() throws Exception {
        List<String> names = new ArrayList<>();
        for (Element svg : svgs(page("agreement"))) {
            NodeList groups = svg.getElementsByTagName("g");
            IntStream.range(0, groups.getLength())
                    .mapToObj(i -> ((Element) groups.item(i)).getAttribute("data-name"))
                    .forEach(names::add);
        }
        assertThat(names)
                .contains(
                        "box|0.forward|0",
                        "strip|0.forward|h'|3",
                        "arrow|0.forward|state|0",
                        "arrow|0.forward|d.state|0",
                        "arrow|dense|d.into|2",
                        "number|dense|loss|1",
                        "column|4",
                        "node|0",
                        "wire|d.1",
                        "line|0",
                        "adjoint|12");
    }

    @Test
    void colourOfEitherThemeIsThatOfItsPictures() throws Exception {
        String page = page("small-sequence");
        for (Element svg : svgs(page)) {
            NodeList all = svg.getElementsByTagName("*");
            for (int i = 0; i < all.getLength(); i++) {
                String fill = ((Element) all.item(i)).getAttribute("fill");
                assertThat(fill).matches("|none|var\\(--g\\d+\\)");
                if (fill.startsWith("var")) {
                    String name = fill.substring(4, fill.length() - 1);
                    assertThat(page.split(Pattern.quote(name + ":#"), -1))
                            .as(name)
                            .hasSize(3);
                }
            }
        }
    }

    @Test
    void mistakesAreNotMadeAndThatIsSaid() throws Exception {
        String page = page("small-sequence-as-written");
        assertThat(page).contains("<p>The session makes mistakes on purpose. This page makes none");
        JsonNode right = json(page("small-sequence"));
        assertThat(json(page).get("cells")).isEqualTo(right.get("cells"));
    }

    @Test
    void examplesAreSmall() throws Exception {
        for (String name : List.of("three-sentences", "agreement")) {
            assertThat(page(name).length()).as(name).isLessThan(1_000_000);
        }
    }

    @Test
    void oddShapesHaveTheirPage() throws Exception {
        Cell lstm = org.gatescope.cell.BuiltInCells.cell("lstm");
        for (Session session : Stream.of(
                        Session.zeros("no steps", lstm, 1, 0, 2, 2),
                        Session.zeros("one of each", lstm, 1, 1, 1, 1),
                        Session.zeros(
                                "letters beyond those of fonts",
                                Cell.parse("state h\nh' = tanh(x @ 𝒲)\n"),
                                1,
                                2,
                                1,
                                1),
                        Session.zeros("no inputs", lstm, 1, 2, 0, 1))
                .toList()) {
            assertThat(json(page(session)).get("title").asString()).isEqualTo(session.title());
        }
    }

    @Test
    void aLargeSessionIsRefusedBeforeItIsRun() {
        Session large = Session.zeros("large", org.gatescope.cell.BuiltInCells.cell("lstm"), 10, 1000, 1, 32);
        assertThatThrownBy(() -> page(large))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("numbers; 1,000,000 is the most");
        assertThat(Playhead.atStart(Schedule.of(large)).isAtStart()).isTrue();
    }

    /** One number that is hidden in the window hides its quantity in the page. */
    @Test
    void aPageCoversWhatTheWindowDoes() throws Exception {
        Session session = Example.SMALL_SEQUENCE_LSTM.session();
        Covered covered = Covered.read("step 0.forward f 1 0 0; d.c; 0.forward|Wx.i; 9.forward|q");
        String page = Offscreen.call(() -> SessionPage.html(session, 0, List.of("o"), covered));
        assertThat(json(page).get("hidden").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("0.forward|o", "0.forward|f", "0.forward|d.c'");
    }

    private static String page(String example) throws Exception {
        if (!PAGES.containsKey(example)) {
            PAGES.put(example, page(Example.of(example).orElseThrow().session()));
        }
        return Objects.requireNonNull(PAGES.get(example));
    }

    private static String page(Session session) throws Exception {
        return Offscreen.call(() -> SessionPage.html(session, List.of()));
    }

    private static JsonNode json(String page) {
        Matcher found = JSON.matcher(page);
        assertThat(found.find()).isTrue();
        return JsonMapper.shared().readTree(Objects.requireNonNull(found.group(1)));
    }

    /** Which are well-formed. */
    private static List<Element> svgs(String page) throws Exception {
        List<Element> all = new ArrayList<>();
        Matcher found = SVG.matcher(page);
        while (found.find()) {
            all.add(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new java.io.ByteArrayInputStream(
                            found.group().getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                    .getDocumentElement());
        }
        return all;
    }
}
