package org.gatescope;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Locale;
import org.junit.jupiter.api.parallel.Execution;

/** Tests that run beside others leave alone what these share: the one window system, and settings of the whole process. */
@AnalyzeClasses(packages = "org.gatescope", importOptions = OnlyIncludeTests.class)
class ConcurrentTestsTest {
    private static final String[] WINDOW_SYSTEM = {
        "javafx.animation..",
        "javafx.application..",
        "javafx.scene..",
        "javafx.stage..",
        "org.testfx..",
        "org.gatescope.ui.render..",
        "org.gatescope.ui.window.."
    };

    @ArchTest
    static final ArchRule concurrentTestsUseNoJavaFx = noClasses()
            .that()
            .areAnnotatedWith(Execution.class)
            .should()
            .dependOnClassesThat(resideInAnyPackage(WINDOW_SYSTEM));

    @ArchTest
    static final ArchRule concurrentTestsChangeNothingForAll = noClasses()
            .that()
            .areAnnotatedWith(Execution.class)
            .should()
            .callMethod(System.class, "setProperty", String.class, String.class)
            .orShould()
            .callMethod(System.class, "clearProperty", String.class)
            .orShould()
            .callMethod(Locale.class, "setDefault", Locale.class)
            .orShould()
            .callMethod(System.class, "gc");
}
