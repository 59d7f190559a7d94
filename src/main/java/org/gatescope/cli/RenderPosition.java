package org.gatescope.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Schedule;
import org.gatescope.session.Session;
import org.gatescope.text.Texts;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Reads where the playhead is to be put: {@code start}, {@code end}, a number of operations, or a step as in {@code
 * backward:3}.
 *
 * @param part whose steps are meant; where it has none in a phase, those of the lowest layer
 */
record RenderPosition(CommandSpec spec, Session session, String part) {
    private static final Texts TEXTS = Texts.of(RenderPosition.class);
    private static final Pattern STEP = Pattern.compile("(forward|backward):(\\d{1,9})");

    /** Operations that are done there. */
    long of(String text) {
        Schedule schedule = Schedule.of(session);
        if (text.equals("start")) {
            return 0;
        }
        if (text.equals("end")) {
            return schedule.length();
        }
        return text.matches("\\d{1,18}") ? operations(text, schedule.length()) : step(text, schedule);
    }

    private long operations(String digits, long last) {
        long operations = Long.parseLong(digits);
        if (operations > last) {
            throw refusal("render.operations", operations, last);
        }
        return operations;
    }

    private long step(String text, Schedule schedule) {
        Matcher place = STEP.matcher(text);
        if (!place.matches()) {
            throw refusal("render.at", text);
        }
        int step = Integer.parseInt(place.group(2));
        if (step >= schedule.steps()) {
            throw refusal("render.step", step, schedule.steps() - 1);
        }
        Phase phase = Phase.valueOf(place.group(1).toUpperCase(Locale.ROOT));
        boolean isPlayed = !schedule.operations(phase, part).isEmpty();
        String played = isPlayed ? part : session.network().key(0);
        return Playhead.atStart(schedule).atStep(phase, played, step).position();
    }

    private ParameterException refusal(String key, Object... arguments) {
        return new ParameterException(spec.commandLine(), TEXTS.get(key, arguments));
    }
}
