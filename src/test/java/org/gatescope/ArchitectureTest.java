package org.gatescope;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rooms and their arrows; docs/architecture.md tells of them. */
@AnalyzeClasses(packages = "org.gatescope", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    /** The parts of javafx.base, which has no window in it. */
    private static final String[] JAVAFX_BASE = {
        "javafx.beans..", "javafx.collections..", "javafx.event..", "javafx.util.."
    };

    @ArchTest
    static final ArchRule eachRoomImportsOnlyThoseBeforeIt = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("text")
            .definedBy("org.gatescope.text..")
            .layer("cell")
            .definedBy("org.gatescope.cell..")
            .layer("engine")
            .definedBy("org.gatescope.engine..")
            .layer("session")
            .definedBy("org.gatescope.session..")
            .layer("format")
            .definedBy("org.gatescope.format..")
            .layer("ui")
            .definedBy("org.gatescope.ui..")
            .layer("cli")
            .definedBy("org.gatescope.cli..")
            .whereLayer("cell")
            .mayOnlyBeAccessedByLayers("engine", "session", "format", "ui", "cli")
            .whereLayer("engine")
            .mayOnlyBeAccessedByLayers("session", "format", "ui", "cli")
            .whereLayer("session")
            .mayOnlyBeAccessedByLayers("format", "ui", "cli")
            .whereLayer("format")
            .mayOnlyBeAccessedByLayers("ui", "cli")
            .whereLayer("ui")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("text")
            .mayNotAccessAnyLayer();

    @ArchTest
    static final ArchRule everythingLivesInARoom = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.gatescope.text..",
                    "org.gatescope.cell..",
                    "org.gatescope.engine..",
                    "org.gatescope.session..",
                    "org.gatescope.format..",
                    "org.gatescope.ui..",
                    "org.gatescope.cli..")
            .should(be(alwaysTrue()))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule whatComputesKnowsNoJavaFx = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.gatescope.text..", "org.gatescope.cell..", "org.gatescope.engine..", "org.gatescope.format..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule theSessionKnowsOnlyJavaFxBase = noClasses()
            .that()
            .resideInAPackage("org.gatescope.session..")
            .should()
            .dependOnClassesThat(resideInAPackage("javafx..").and(not(resideInAnyPackage(JAVAFX_BASE))))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule commandsKnowNoJavaFxSaveTheOneThatDraws = noClasses()
            .that()
            .resideInAPackage("org.gatescope.cli..")
            .and()
            .haveSimpleNameNotStartingWith("Render")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule matricesAreTheEnginesOwn = noClasses()
            .that()
            .resideOutsideOfPackage("org.gatescope.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.ejml..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule noPanelsDependOnEachOtherInACircle = slices().matching("org.gatescope.ui.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true);
}
