package org.gatescope.format.session;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.engine.Network;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.mistakes.MistakenRun;
import org.gatescope.engine.training.Training;
import org.gatescope.format.FormatException;
import org.gatescope.lesson.OpenLesson;
import org.gatescope.session.Features;
import org.gatescope.session.Objective;
import org.gatescope.session.Schedule;
import org.gatescope.session.Session;
import org.gatescope.session.Vocabulary;
import org.gatescope.session.debug.Breakpoint;
import org.gatescope.session.debug.Watch;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Session files as JSON; docs/session-files.md and its schema say what stands where. Numbers keep every bit. */
public final class SessionJson {
    /** Of the files that are written. Those of a later version are refused, those of earlier ones are brought up to date. */
    public static final int VERSION = 2;

    /** No size in a file may be larger. */
    static final int LARGEST = 10_000_000;

    private static final String SCHEMA_VERSION = "schemaVersion";

    private SessionJson() {}

    /** The text of a file, in UTF-8. */
    public static byte[] write(SavedSession saved) {
        return PrintedJson.of(tree(saved)).getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode tree(SavedSession saved) {
        ObjectNode session = written(saved.session());
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        file.put(SCHEMA_VERSION, VERSION);
        file.setAll(session);
        file.put("position", saved.position());
        file.set("breakpoints", StopsJson.written(saved.breakpoints()));
        file.set("watches", StopsJson.writtenWatches(saved.watches()));
        file.set("view", ViewJson.written(saved.view()));
        saved.lesson().ifPresent(lesson -> file.set(LessonJson.KEY, LessonJson.written(lesson, session)));
        return file;
    }

    /** Those members of a file that are the session itself. */
    static ObjectNode written(Session session) {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        file.put("title", session.title());
        file.set("network", NetworkJson.written(session.network()));
        VocabularyJson.write(session.vocabulary(), file);
        NumbersJson.write(session, file);
        session.objective().ifPresent(aim -> file.set("objective", ObjectiveJson.written(aim, session.batch())));
        file.set("mistakes", MistakesJson.written(session.mistakes()));
        file.set("training", TrainingJson.written(session.training()));
        FeaturesJson.written(session.features()).ifPresent(features -> file.set("features", features));
        return file;
    }

    /**
     * Reads the text of a file, which may be anybody's.
     *
     * @throws FormatException with what is wrong and where
     */
    public static SavedSession read(byte[] json) throws FormatException {
        JsonNode root = BoundedJson.read(json);
        Members file = Members.of(root, "");
        if (!file.has(SCHEMA_VERSION)) {
            throw Members.refused("no-session");
        }
        long version = file.wholeLong(SCHEMA_VERSION, 1, Long.MAX_VALUE);
        if (version > VERSION) {
            throw Members.refused("newer", version, VERSION);
        }
        FormerVersions.bringUpToDate(root, version);
        return read(file);
    }

    private static SavedSession read(Members file) throws FormatException {
        Session session = session(file, 1);
        long position = file.wholeLong("position", 0, Schedule.of(session).length());
        List<Breakpoint> breakpoints = StopsJson.read(file.objects("breakpoints"));
        List<Watch> watches = StopsJson.readWatches(file.objects("watches"));
        Map<String, String> view = ViewJson.read(file.object("view"));
        Optional<OpenLesson> lesson = LessonJson.read(file, session);
        file.end();
        return new SavedSession(session, position, breakpoints, watches, view, lesson);
    }

    /**
     * The session of a file.
     *
     * @param shares of the memory for sessions, of which it may take one
     */
    static Session session(Members file, int shares) throws FormatException {
        String title = file.text("title");
        Network network = NetworkJson.read(file.object("network"));
        Vocabulary vocabulary = VocabularyJson.read(file, network);
        NetworkInputs numbers = NumbersJson.read(file, network, shares);
        int steps = file.whole("steps", 0, LARGEST);
        Optional<Objective> objective = objective(file, network, numbers.batch(), steps);
        MistakenRun mistakes = MistakesJson.read(file.object("mistakes"), network);
        Training training = TrainingJson.read(file.object("training"), network);
        Features features = FeaturesJson.read(file, network);
        Session session =
                new Session(title, network, steps, numbers, objective, vocabulary, mistakes, training, features);
        if (objective.filter(wanted -> wanted.aim() == Objective.Aim.NEXT_TOKEN).isPresent()
                && !session.canAimAtNextToken()) {
            throw Members.refused("aim");
        }
        return session;
    }

    private static Optional<Objective> objective(Members file, Network network, int batch, int steps)
            throws FormatException {
        if (network.readOut().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                ObjectiveJson.read(file.object("objective"), network.readOut().get(), batch, steps));
    }
}
