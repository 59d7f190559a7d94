package org.gatescope.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.gatescope.launcher.Machine.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {
    private Machine machine;

    @BeforeEach
    void setUp(@TempDir Path folder) throws IOException {
        machine = new Machine(folder.toRealPath().resolve("a machine"));
    }

    @Nested
    class WhenItLooksForAJdk {
        @Test
        void withNoneItSaysWhatToInstall() throws Exception {
            Outcome outcome = machine.run("verify");
            assertThat(outcome.status()).isEqualTo(1);
            assertThat(outcome.err()).contains("needs a JDK 25 or later").hasLineCount(1);
            assertThat(outcome.out()).isEmpty();
            assertThat(machine.project().resolve("target")).doesNotExist();
        }

        @Test
        void anOldOneInJavaHomeGivesWayToANewOneElsewhere() throws Exception {
            machine.set("JAVA_HOME", machine.jdk("usr/lib/jvm/old", "17.0.2").toString());
            machine.jdk("opt/a new jdk", "26");
            assertThat(machine.run("verify").out()).startsWith("java of opt/a new jdk");
        }

        @Test
        void theOneInJavaHomeComesFirst() throws Exception {
            machine.jdk("opt/jdk-26", "26");
            machine.set("JAVA_HOME", machine.jdk("my jdk", "25.0.3").toString());
            assertThat(machine.run("verify").out()).startsWith("java of my jdk");
        }

        @Test
        void theOneOnThePathIsFoundBehindItsLink() throws Exception {
            Path jdk = machine.jdk("somewhere/jdk 25", "25-ea");
            Files.createSymbolicLink(machine.out().resolveSibling("tools/java"), jdk.resolve("bin/java"));
            assertThat(machine.run("verify").out()).startsWith("java of somewhere/jdk 25");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "usr/lib/jvm/x",
                    "opt/x",
                    "home/.sdkman/candidates/java/x",
                    "home/.jdks/x",
                    "Library/Java/JavaVirtualMachines/x/Contents/Home"
                })
        void itLooksWhereJdksAreUsuallyPut(String folder) throws Exception {
            machine.jdk(folder, "25.0.1");
            assertThat(machine.run("verify").out()).startsWith("java of " + folder);
        }

        @Test
        void aJavaWithoutItsCompilerIsNotEnough() throws Exception {
            Files.delete(machine.jdk("opt/jre", "25").resolve("bin/javac"));
            assertThat(machine.run("verify").status()).isEqualTo(1);
        }
    }

    @Nested
    class WhenThereIsAJdk {
        @BeforeEach
        void placeAJdk() throws IOException {
            machine.jdk("opt/jdk 25", "25");
        }

        @Test
        void itBuildsOnceAndSaysSo() throws Exception {
            Outcome first = machine.run("verify");
            assertThat(first.err()).isEqualTo("Building Gatescope once; this takes a minute …\n");
            assertThat(log()).contains("opt/jdk 25 with -B compile");
            Outcome second = machine.run("verify");
            assertThat(second.err()).isEmpty();
            assertThat(second.out()).isEqualTo(first.out());
        }

        @Test
        void itBuildsAgainAfterAnEdit() throws Exception {
            machine.run("verify");
            Files.setLastModifiedTime(
                    machine.project().resolve("src/main/Source.java"),
                    FileTime.from(Instant.now().plusSeconds(5)));
            assertThat(machine.run("verify").err()).startsWith("Building Gatescope again");
        }

        @Test
        void itBuildsAgainAfterClean() throws Exception {
            machine.run("verify");
            Files.delete(machine.project().resolve("target/classes"));
            assertThat(machine.run("verify").err()).startsWith("Building");
        }

        @Test
        void argumentsAndTheStatusPassThrough() throws Exception {
            machine.set("FAKE_STATUS", "7");
            Outcome outcome = machine.run("verify", "a file.json", "", "*", "$HOME");
            assertThat(outcome.status()).isEqualTo(7);
            assertThat(outcome.out()).endsWith("org.gatescope.cli.Gatescope\nverify\na file.json\n\n*\n$HOME\n");
            assertThat(outcome.out())
                    .contains("\n" + machine.project() + "/target/javafx\n")
                    .contains("\n" + machine.project() + "/target/classes:" + machine.project() + "/target/lib/*\n");
        }

        @Test
        void itWorksThroughLinksToLinks() throws Exception {
            Path bin = machine.out().resolveSibling("home");
            Files.createSymbolicLink(machine.project().resolve("link"), Path.of("gatescope"));
            Files.createSymbolicLink(bin.resolve("gs"), Path.of("../a project/link"));
            assertThat(machine.run(bin.resolve("gs"), "verify").out()).contains(machine.project() + "/target/classes");
        }

        @Test
        void aSignalReachesTheProgram() throws Exception {
            machine.run("verify");
            machine.script("opt/jdk 25/bin/java", "trap 'exit 42' TERM; echo up; while :; do sleep 0.05; done");
            Process process;
            try (WatchService changes = FileSystems.getDefault().newWatchService()) {
                Path folder = Objects.requireNonNull(machine.out().getParent());
                folder.register(changes, StandardWatchEventKinds.ENTRY_MODIFY);
                process = machine.start(machine.project().resolve("gatescope"), "verify");
                while (Files.size(machine.out()) == 0) {
                    WatchKey change = changes.poll(60, TimeUnit.SECONDS);
                    assertThat(change).as("the program comes up").isNotNull();
                    Objects.requireNonNull(change).reset();
                }
            }
            process.destroy();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(42);
        }

        @Test
        void standardErrorComesThroughButForJavasAnnouncement() throws Exception {
            machine.run("verify");
            machine.script(
                    "opt/jdk 25/bin/java",
                    "printf 'Picked up X\\nWARNING: Using incubator modules: jdk.incubator.vector\\na\\n  b' >&2; exit 3");
            Outcome outcome = machine.run("verify");
            assertThat(outcome.err()).isEqualTo("Picked up X\na\n  b");
            assertThat(outcome.status()).isEqualTo(3);
            assertThat(machine.out().resolveSibling("tmp")).isEmptyDirectory();
        }

        @Test
        void standardErrorComesThroughWhenThereIsNoAnnouncement() throws Exception {
            machine.run("verify");
            machine.script("opt/jdk 25/bin/java", "printf 'Error: a\\nb' >&2");
            assertThat(machine.run("verify").err()).isEqualTo("Error: a\nb");
        }

        /** What comes later is read by nobody: here, all that the pipe lets through once the program is gone. */
        @Test
        void itEndsAfterTheLastOfStandardError() throws Exception {
            machine.run("verify");
            String id = "'" + machine.out().resolveSibling("id") + "'";
            String isRunning = "[ ! -e " + id + " ] || kill -0 \"$(cat " + id + ")\" 2> /dev/null";
            machine.script(
                    "tools/rm", "while [ -e '" + machine.out() + "' ] && { " + isRunning + "; }; do sleep 0.05; done");
            machine.script("opt/jdk 25/bin/java", "echo $$ > " + id + "; printf 'Error: a\\nb' >&2; exit 5");
            Process process = machine.start(machine.project().resolve("gatescope"), "verify");
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.getErrorStream()).hasContent("Error: a\nb");
            assertThat(process.exitValue()).isEqualTo(5);
        }

        @Test
        void standardInputComesThrough() throws Exception {
            machine.run("verify");
            machine.script("opt/jdk 25/bin/java", "cat");
            Process process = machine.start(machine.project().resolve("gatescope"), "verify");
            try (OutputStream in = process.getOutputStream()) {
                in.write("typed".getBytes(StandardCharsets.UTF_8));
            }
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(machine.out()).hasContent("typed");
        }

        @Test
        void withoutAPipeEverythingIsShown() throws Exception {
            machine.run("verify");
            machine.script("tools/mkfifo", "exit 1");
            machine.script("opt/jdk 25/bin/java", "echo 'WARNING: Using incubator modules: jdk.incubator.vector' >&2");
            assertThat(machine.run("verify").err()).startsWith("WARNING");
        }

        @Test
        void aFailedBuildShowsItsEndAndIsTriedAgain() throws Exception {
            machine.build("echo '[ERROR] Source.java:[3,4] no such thing'; exit 1");
            Outcome outcome = machine.run("verify");
            assertThat(outcome.status()).isEqualTo(1);
            assertThat(outcome.err()).contains("no such thing").contains("target/gatescope-build.log");
            assertThat(machine.run("verify").err()).contains("Building Gatescope once");
        }

        @Test
        void withoutANetworkTheFirstBuildSaysSo() throws Exception {
            machine.build("echo 'Could not transfer artifact x: Unknown host example.org'; exit 1");
            Outcome outcome = machine.run("verify");
            assertThat(outcome.status()).isEqualTo(1);
            assertThat(outcome.err()).contains("could not reach the network").hasLineCount(2);
        }

        private String log() throws IOException {
            return Files.readString(machine.project().resolve("target/gatescope-build.log"));
        }
    }

    @Nested
    class WhenTheSystemLacksSomething {
        @BeforeEach
        void placeAJdk() throws IOException {
            machine.jdk("opt/jdk-25", "25");
        }

        @Test
        void withoutADisplayItAdvisesRender() throws Exception {
            Outcome outcome = machine.run();
            assertThat(outcome.status()).isEqualTo(1);
            assertThat(outcome.err())
                    .contains("no display")
                    .contains("gatescope render")
                    .hasLineCount(1);
            assertThat(outcome.out()).isEmpty();
        }

        @Test
        void onAMacNoDisplayIsAskedFor() throws Exception {
            machine.script("tools/uname", "echo Darwin");
            assertThat(machine.run().status()).isZero();
        }

        @ParameterizedTest
        @CsvSource({
            "libXtst.so.6 libfreetype.so.6 libpangoft2-1.0.so.0, libgtk-3-0",
            "libgtk-3.so.0 libfreetype.so.6 libpangoft2-1.0.so.0, libxtst6",
            "libgtk-3.so.0 libXtst.so.6 libpangoft2-1.0.so.0, libfreetype6",
            "libgtk-3.so.0 libXtst.so.6 libfreetype.so.6, libpangoft2-1.0-0"
        })
        void theWindowNamesThePackageThatIsMissing(String libraries, String missing) throws Exception {
            Outcome outcome = machine.set("DISPLAY", ":0").libraries(libraries).run();
            assertThat(outcome.status()).isEqualTo(1);
            assertThat(outcome.err()).contains("apt install " + missing + ")").hasLineCount(1);
        }

        @Test
        void renderNeedsFontsButNeitherADisplayNorGtk() throws Exception {
            assertThat(machine.libraries("libfreetype.so.6 libpangoft2-1.0.so.0")
                            .run("render")
                            .status())
                    .isZero();
            Outcome outcome = machine.libraries("libpangoft2-1.0.so.0").run("render");
            assertThat(outcome.status()).isEqualTo(1);
            assertThat(outcome.err()).contains("apt install libfreetype6)").hasLineCount(1);
        }

        @Test
        void theCommandLineNeedsNoneOfThem() throws Exception {
            assertThat(machine.libraries("libc.so.6").run("verify").status()).isZero();
        }

        @Test
        void aWindowOpensWhereAllIsThereOrTheListOfLibrariesCannotBeHad() throws Exception {
            assertThat(machine.set("DISPLAY", ":0").run().status()).isZero();
            machine.script("tools/ldconfig", "exit 1");
            assertThat(machine.run().status()).isZero();
        }
    }
}
