package io.convoy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of packages in {@code docs/architecture.md}, as code. */
class ArchitectureTest {

    private static final String ROOT = "io.convoy.";

    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("base", Set.of()),
            Map.entry("audit", Set.of("base")),
            Map.entry("inventory", Set.of("base", "audit")),
            Map.entry("plan", Set.of("base", "inventory", "audit")),
            Map.entry("hooks", Set.of("base", "inventory", "audit")),
            Map.entry("nodestatus", Set.of("base", "inventory", "hooks")),
            Map.entry("execution", Set.of("base", "inventory", "plan", "hooks", "audit")),
            Map.entry("program", Set.of("base", "inventory")),
            Map.entry("history", Set.of("base", "audit")),
            Map.entry("simulation", Set.of("base", "inventory", "audit", "execution", "program")),
            Map.entry(
                    "wave",
                    Set.of(
                            "base",
                            "inventory",
                            "plan",
                            "hooks",
                            "nodestatus",
                            "execution",
                            "audit",
                            "program",
                            "simulation")),
            Map.entry("provision", Set.of("base", "inventory", "plan", "execution")),
            Map.entry(
                    "cassandra", Set.of("base", "inventory", "plan", "hooks", "nodestatus", "execution", "provision")),
            Map.entry(
                    "kafka",
                    Set.of("base", "audit", "inventory", "plan", "hooks", "nodestatus", "execution", "provision")),
            Map.entry("lab", Set.of("base", "inventory", "provision")),
            Map.entry(
                    "api",
                    Set.of(
                            "base",
                            "audit",
                            "inventory",
                            "plan",
                            "hooks",
                            "nodestatus",
                            "execution",
                            "program",
                            "simulation",
                            "history",
                            "wave",
                            "provision")),
            Map.entry(
                    "cli",
                    Set.of(
                            "base",
                            "inventory",
                            "audit",
                            "api",
                            "lab",
                            "provision",
                            "program",
                            "simulation",
                            "history")));

    /** Foreign libraries that only these packages may speak to. */
    private static final Map<String, Set<String>> AT_HOME = Map.ofEntries(
            Map.entry("com.datastax.oss.driver..", Set.of("cassandra", "lab")),
            Map.entry("javax.management..", Set.of("cassandra", "kafka", "lab")),
            Map.entry("jakarta.ws.rs..", Set.of("api")),
            Map.entry("picocli..", Set.of("cli")),
            Map.entry("io.zonky..", Set.of("cli")),
            Map.entry("org.quartz..", Set.of("execution")),
            Map.entry("biweekly..", Set.of("program")),
            Map.entry("org.snakeyaml..", Set.of("inventory")),
            Map.entry("io.cloudevents..", Set.of("hooks")),
            Map.entry("eu.maveniverse..", Set.of("lab")),
            Map.entry("org.apache.kafka..", Set.of("kafka", "lab")),
            Map.entry("org.apache.zookeeper..", Set.of("kafka")));

    private static final JavaClasses CONVOY = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.convoy");

    @Test
    void everyPackageImportsOnlyWhatTheTableAllows() {
        Set<String> violations = new TreeSet<>();
        for (JavaClass from : CONVOY) {
            from.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass())
                    .filter(target -> target.getPackageName().startsWith(ROOT))
                    .filter(target -> !isAllowed(feature(from), feature(target)))
                    .forEach(target -> violations.add(from.getName() + " → " + target.getName()));
        }

        assertThat(violations).isEmpty();
    }

    @Test
    void everyPackageIsInTheTable() {
        assertThat(CONVOY.stream().map(ArchitectureTest::feature).collect(Collectors.toSet()))
                .isSubsetOf(MAY_IMPORT.keySet());
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.convoy.(*)..").should().beFreeOfCycles().check(CONVOY);
    }

    @Test
    void foreignLibrariesAreAtHomeInOnePackage() {
        AT_HOME.forEach((library, homes) -> {
            List<String> others = new ArrayList<>(MAY_IMPORT.keySet());
            others.removeAll(homes);
            noClasses()
                    .that()
                    .resideInAnyPackage(others.stream().map(ROOT::concat).toArray(String[]::new))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(library)
                    .check(CONVOY);
        });
    }

    @Test
    void timeComesFromTheClock() {
        noClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .check(CONVOY);
    }

    @Test
    void nothingSleepsOrPrintsOutsideTheCommandLineAndTheLab() {
        ArchRule sleeps = noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "cli", ROOT + "lab")
                .should()
                .callMethod(Thread.class, "sleep", long.class);
        sleeps.check(CONVOY);
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "cli", ROOT + "lab")
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .check(CONVOY);
    }

    @Test
    void dependenciesComeThroughConstructors() {
        noFields()
                .should()
                .beAnnotatedWith(jakarta.inject.Inject.class)
                .orShould()
                .beAnnotatedWith(org.eclipse.microprofile.config.inject.ConfigProperty.class)
                .check(CONVOY);
    }

    @Test
    void decisionsAreFreeOfFrameworks() {
        classes()
                .that()
                .haveFullyQualifiedName("io.convoy.execution.RunState")
                .or()
                .haveFullyQualifiedName("io.convoy.execution.Settlement")
                .or()
                .haveFullyQualifiedName("io.convoy.program.Admission")
                .or()
                .haveFullyQualifiedName("io.convoy.cassandra.AddDatacenterPlan")
                .or()
                .haveFullyQualifiedName("io.convoy.cassandra.RebuildPlan")
                .or()
                .haveFullyQualifiedName("io.convoy.kafka.ReassignmentPlanner")
                .or()
                .haveNameMatching("io.convoy.(cassandra|kafka).Expected.*")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("io.convoy..", "java..", "org.jspecify..")
                .check(CONVOY);
    }

    @Test
    void thePackageOfSharedWordsStaysSmall() {
        assertThat(CONVOY.stream()
                        .filter(type -> feature(type).equals("base"))
                        .filter(JavaClass::isTopLevelClass)
                        .filter(type -> !type.getSimpleName().equals("package-info")))
                .hasSizeLessThanOrEqualTo(10);
    }

    private static boolean isAllowed(String from, String to) {
        return from.equals(to) || MAY_IMPORT.getOrDefault(from, Set.of()).contains(to);
    }

    private static String feature(JavaClass type) {
        String rest = type.getPackageName()
                .substring(Math.min(ROOT.length(), type.getPackageName().length()));
        return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
    }
}
