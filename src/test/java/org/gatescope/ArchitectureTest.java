package org.gatescope;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;
import java.util.Set;
import javafx.beans.value.ObservableValue;

/** The rooms and their arrows; docs/architecture.md tells of them. */
@AnalyzeClasses(packages = "org.gatescope", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    /** The parts of javafx.base, which has no window in it. */
    private static final String[] JAVAFX_BASE = {
        "javafx.beans..", "javafx.collections..", "javafx.event..", "javafx.util.."
    };

    /** From the ground up: each may import those before it. */
    private static final List<String> ROOMS =
            List.of("text", "cell", "engine", "session", "explain", "lesson", "picture", "format", "ui", "cli");

    @ArchTest
    static final ArchRule eachRoomImportsOnlyThoseBeforeIt = arrows();

    private static ArchRule arrows() {
        LayeredArchitecture rooms = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String room : ROOMS) {
            rooms = rooms.layer(room).definedBy("org.gatescope." + room + "..");
        }
        for (String room : ROOMS) {
            String[] before = ROOMS.subList(0, ROOMS.indexOf(room)).toArray(String[]::new);
            rooms = before.length == 0
                    ? rooms.whereLayer(room).mayNotAccessAnyLayer()
                    : rooms.whereLayer(room).mayOnlyAccessLayers(before);
        }
        return rooms;
    }

    @ArchTest
    static final ArchRule everythingLivesInARoom = noClasses()
            .that()
            .resideOutsideOfPackages(
                    ROOMS.stream().map(room -> "org.gatescope." + room + "..").toArray(String[]::new))
            .should(be(alwaysTrue()))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule whatComputesKnowsNoJavaFx = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.gatescope.text..",
                    "org.gatescope.cell..",
                    "org.gatescope.engine..",
                    "org.gatescope.lesson..",
                    "org.gatescope.picture..",
                    "org.gatescope.format..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule theSessionKnowsOnlyJavaFxBase = noClasses()
            .that()
            .resideInAnyPackage("org.gatescope.session..", "org.gatescope.explain..")
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
    static final ArchRule packagesDependOnEachOtherInNoCircle =
            slices().matching("org.gatescope.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule whatPlansAreMadeOfIsTheEnginesOwn = noClasses()
            .that()
            .resideOutsideOfPackage("org.gatescope.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.gatescope.engine.program..", "org.gatescope.engine.product..");

    @ArchTest
    static final ArchRule whatIsDrawnStandsWithThePictures = classes()
            .that()
            .areAssignableTo("org.gatescope.picture.Picture")
            .should()
            .resideInAPackage("org.gatescope.picture..");

    /** Panels say what is to be drawn. */
    @ArchTest
    static final ArchRule picturesAreGivenWhatTheyDraw = noClasses()
            .that()
            .resideInAPackage("org.gatescope.picture..")
            .should()
            .dependOnClassesThat(describe(
                    "hold the whole model",
                    type -> type.getPackageName().equals("org.gatescope.session")
                            && Set.of("Session", "Run", "Shown", "Workbench").contains(type.getSimpleName())));

    @ArchTest
    static final ArchRule viewsAreToldAndTell = noClasses()
            .that()
            .resideInAPackage("org.gatescope.ui..")
            .and()
            .haveSimpleNameEndingWith("View")
            .should()
            .dependOnClassesThat()
            .haveSimpleName("Workbench")
            .orShould()
            .dependOnClassesThat()
            .haveSimpleName("Desk");

    @ArchTest
    static final ArchRule whatFollowsTheModelSaysSoByItsName = noClasses()
            .that()
            .resideInAPackage("org.gatescope.ui..")
            .and()
            .haveSimpleNameNotEndingWith("Panel")
            .and()
            .haveSimpleNameNotEndingWith("Controller")
            .and()
            .haveSimpleNameNotEndingWith("Room")
            .and()
            .doNotHaveSimpleName("CheckLamp") // in the status line
            .and()
            .doNotHaveSimpleName("Selection") // the window's own share of the model
            .and()
            .doNotHaveSimpleName("Document") // likewise: what of the model is saved
            .should()
            .callMethodWhere(isASubscriptionToTheWorkbench());

    /** Whoever wants to hear of another session or run follows the workbench, which the rule above then sees. */
    @ArchTest
    static final ArchRule theWorkbenchIsFollowedInOneWay = noMethods()
            .that()
            .areDeclaredIn("org.gatescope.session.Workbench")
            .and()
            .haveNameMatching("session|shown")
            .should()
            .haveRawReturnType(assignableTo(ObservableValue.class));

    private static DescribedPredicate<JavaMethodCall> isASubscriptionToTheWorkbench() {
        return describe(
                "follow the workbench",
                call -> call.getTargetOwner().getSimpleName().equals("Workbench")
                        && call.getName().startsWith("follow"));
    }
}
