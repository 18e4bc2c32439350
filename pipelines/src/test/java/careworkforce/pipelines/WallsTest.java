package careworkforce.pipelines;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.junit.jupiter.api.Test;

/** Which room may know of which, and how large a room's papers may be. */
class WallsTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("careworkforce");
  private static final Path HOME = Path.of(System.getProperty("careworkforce.home", ".."));
  private static final int LONGEST_FILE = 500;

  @Test
  void shouldKeepTheWorkshopFromKnowingTheProgramme() {
    noClasses()
        .that()
        .resideInAPackage("careworkforce.common..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("careworkforce.pipelines..")
        .check(OURS);
  }

  @Test
  void shouldKeepEachSourceFromKnowingAnother() {
    slices()
        .matching("careworkforce.pipelines.bronze.(*)..")
        .should()
        .notDependOnEachOther()
        .check(OURS);
  }

  @Test
  void shouldLetTheDataFlowDownOnly() {
    noClasses()
        .that()
        .resideInAPackage("careworkforce.pipelines.silver..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("careworkforce.pipelines.gold..")
        .check(OURS);
    noClasses()
        .that()
        .resideInAPackage("careworkforce.pipelines.bronze..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("careworkforce.pipelines.silver..", "careworkforce.pipelines.gold..")
        .check(OURS);
  }

  @Test
  void shouldKeepEstimationFromKnowingOfTheLake() {
    noClasses()
        .that()
        .resideInAPackage("careworkforce.common.estimate..")
        .and()
        .resideOutsideOfPackage("careworkforce.common.estimate.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "careworkforce.common.table..",
            "careworkforce.common.job..",
            "careworkforce.common.delta..",
            "careworkforce.common.check..",
            "careworkforce.common.ingest..")
        .check(OURS);
  }

  @Test
  void shouldLetNobodyKnowOfTheSyntheticWorldButItsWritersAndItsCommands() {
    noClasses()
        .that()
        .resideOutsideOfPackage("careworkforce.pipelines.synthetic..")
        .and()
        .haveNameNotMatching(
            "careworkforce.pipelines.((Synth|Demo)Command|bench.(socialcare.Socialcare|refresh.Refresh)Bench).*")
        .and()
        .haveNameNotMatching("careworkforce.pipelines.bronze.*(Writer|Text)(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("careworkforce.pipelines.synthetic..")
        .check(OURS);
  }

  /** Bytes of others never become objects of Java's own choosing. */
  @Test
  void shouldDeserialiseNothingForeign() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java.io.ObjectInputStream|java.beans.XMLDecoder|java.rmi..*")
        .orShould()
        .implement(java.io.Externalizable.class)
        .check(OURS);
  }

  /** One row beside all others is a crossJoin; any other join says its type. */
  @Test
  void shouldJoinNothingWithoutSayingHow() {
    noClasses()
        .should()
        .callMethod(Dataset.class, "join", Dataset.class)
        .orShould()
        .callMethod(Dataset.class, "join", Dataset.class, Column.class)
        .orShould()
        .callMethod(Dataset.class, "join", Dataset.class, String.class)
        .orShould()
        .callMethod(Dataset.class, "join", Dataset.class, String[].class)
        .check(OURS);
  }

  @Test
  void shouldNameNoClassForHavingNoPlace() {
    noClasses().should().haveNameMatching(".*(Util|Utils|Manager|Helper)(\\$.*)?").check(OURS);
  }

  @Test
  void shouldHaveNoFileLongerThanFiveHundredLines() throws IOException {
    assertThat(sources("src"))
        .hasSizeGreaterThan(300)
        .allSatisfy(
            file ->
                assertThat(Files.readAllLines(file))
                    .as("lines of %s", file)
                    .hasSizeLessThanOrEqualTo(LONGEST_FILE));
  }

  @Test
  void shouldSayOfEveryPackageWhatItIsFor() throws IOException {
    List<Path> packages = sources("src/main").stream().map(Path::getParent).distinct().toList();
    assertThat(packages)
        .hasSizeGreaterThan(40)
        .allSatisfy(
            folder -> {
              Path told = folder.resolve("package-info.java");
              assertThat(told).exists();
              assertThat(Files.readString(told)).contains("/**").contains("@NullMarked");
            });
  }

  private static List<Path> sources(String under) throws IOException {
    try (Stream<Path> files =
        Stream.concat(
            Files.walk(HOME.resolve("common").resolve(under)),
            Files.walk(HOME.resolve("pipelines").resolve(under)))) {
      return files.filter(f -> f.toString().endsWith(".java")).toList();
    }
  }
}
