package careworkforce.pipelines.bronze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import careworkforce.common.ingest.Desk;
import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Rejects;
import careworkforce.common.job.Deliveries;
import careworkforce.pipelines.bronze.geography.LaCodesIngest;
import careworkforce.pipelines.bronze.geography.LsoaLookupIngest;
import careworkforce.pipelines.bronze.geography.OdsTrusts;
import careworkforce.pipelines.bronze.geography.OdsTrustsIngest;
import careworkforce.pipelines.bronze.hes.HesAeIngest;
import careworkforce.pipelines.bronze.sickness.SicknessAbsences;
import careworkforce.pipelines.bronze.sickness.SicknessAbsencesIngest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Published files are taken in as they stand, every row accounted for. */
class RealFilesTest {
  private static final Path REFERENCE =
      Path.of(
              System.getenv()
                  .getOrDefault(
                      "CAREWORKFORCE_SHARED",
                      System.getProperty("careworkforce.home", "..") + "/../shared"))
          .resolve("reference");
  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void open() {
    assumeThat(REFERENCE).as("the reference files are not there").exists();
    desk = new Desk(folder);
  }

  private Deliveries.Taken take(Ingest ingest, List<Path> files) throws IOException {
    for (Path file : files) {
      desk.deliver(ingest.folder() + "/" + file.getFileName(), Files.readAllBytes(file));
    }
    Deliveries.Taken taken = desk.run(ingest);
    for (Deliveries.FileCount file : taken.files()) {
      assertThat(file.status()).as(file.note()).isEqualTo("ingested");
      assertThat(file.delivered()).isEqualTo(file.accepted() + file.rejected() + file.duplicates());
    }
    assertThat(desk.lake.count(ingest.writes())).isEqualTo(taken.accepted());
    return taken;
  }

  private Deliveries.Taken take(Ingest ingest, String file) throws IOException {
    return take(ingest, List.of(REFERENCE.resolve(file)));
  }

  @Test
  void shouldTakeInTwelveMonthsOfSicknessAbsence() throws IOException {
    List<Path> files;
    try (var all = Files.list(REFERENCE.resolve("nhs_sickness_absence"))) {
      files = all.filter(p -> p.toString().endsWith(".csv")).sorted().toList();
    }

    Deliveries.Taken taken = take(new SicknessAbsencesIngest(), files);

    assertThat(taken.files()).hasSize(12);
    assertThat(taken.accepted()).isEqualTo(3_394);
    SicknessAbsences absences = SicknessAbsences.TABLE;
    assertThat(
            desk.lake
                .read(absences)
                .filter(absences.orgCode.col().equalTo("TAD"))
                .orderBy(absences.period.col())
                .select(functions.concat_ws(" ", absences.date.col(), absences.fteDaysLost.col()))
                .head()
                .getString(0))
        .isEqualTo("2024-04-30 6299.71309");
  }

  @Test
  void shouldTakeInTheTrustsWithoutAHeader() throws IOException {
    assertThat(take(new OdsTrustsIngest(), "ods/etr.csv").accepted()).isEqualTo(218);
    assertThat(
            desk.lake
                .read(OdsTrusts.TABLE)
                .filter(OdsTrusts.TABLE.closeDate.col().isNotNull())
                .count())
        .isEqualTo(6);
  }

  @Test
  void shouldTakeInTheAreas() throws IOException {
    assertThat(take(new LsoaLookupIngest(), "geography/lsoa11_msoa11_lad.csv").accepted())
        .isEqualTo(34_753);
    assertThat(take(new LaCodesIngest(), "geography/la_all_codes.csv").accepted()).isEqualTo(415);
  }

  @Test
  void shouldTakeInTheArtificialEmergencyAttendances() throws IOException {
    HesAeIngest ingest = new HesAeIngest();
    Deliveries.Taken taken = take(ingest, "hes/artificial_hes_ae_0708_truncated.csv");

    long delivered = taken.files().get(0).delivered();
    assertThat(delivered).isEqualTo(1_000);
    assertThat(taken.files().get(0).rejected())
        .as(() -> desk.rows(Rejects.of(ingest.writes())).stream().limit(3).toList().toString())
        .isZero();
  }
}
