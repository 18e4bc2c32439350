package careworkforce.pipelines.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.ingest.Ingest;
import careworkforce.common.ingest.Scans;
import careworkforce.common.job.Job;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each wrong cell that a writer may plant is one for which the source's ingest rejects the row. */
class SpoilsTest {
  private static final WorldSettings WORLD =
      Overheard.world(
          Map.of(
              "synthetic.scale", "0.001",
              "synthetic.from", "\"2019-01\"",
              "synthetic.to", "\"2020-06\"",
              "synthetic.areas", "9"));

  /** The first fact that each writer delivers. */
  private static final Map<Class<?>, Fact> FACTS = new HashMap<>();

  private record Planted(SourceWriter<Fact> writer, SourceWriter.Spoil spoil) {
    @Override
    public String toString() {
      return writer.folder() + " " + spoil;
    }
  }

  @SuppressWarnings("unchecked") // a writer is given the facts of its own class alone
  private static List<SourceWriter<Fact>> writers() {
    return ServiceLoader.load(SourceWriter.class).stream()
        .map(writer -> (SourceWriter<Fact>) writer.get())
        .filter(writer -> !writer.spoils().isEmpty())
        .toList();
  }

  static Stream<Planted> spoils() {
    return writers().stream()
        .flatMap(writer -> writer.spoils().stream().map(spoil -> new Planted(writer, spoil)));
  }

  @BeforeAll
  static void tell() {
    List<SourceWriter<Fact>> writers = writers();
    Told ears =
        new Told() {
          @Override
          public <F extends Fact> void fact(F fact) {
            for (SourceWriter<Fact> writer : writers) {
              if (writer.writes().equals(fact.getClass())
                  && writer.file(fact.month(), WORLD) != null) {
                FACTS.putIfAbsent(writer.getClass(), fact);
              }
            }
          }

          @Override
          public void tally(String name, long count) {}
        };
    for (Story story : Synth.stories(WORLD)) {
      List<?> wanted =
          writers.stream()
              .filter(writer -> story.facts().contains(writer.writes()))
              .map(Object::getClass)
              .toList();
      for (long entity = 0;
          entity < story.entities() && !FACTS.keySet().containsAll(wanted);
          entity++) {
        story.tell(entity, ears);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("spoils")
  void shouldBeRejectedByTheIngestOfItsSource(Planted planted) {
    SourceWriter<Fact> writer = planted.writer();
    Fact fact = FACTS.get(writer.getClass());
    int month = fact.month();
    StringBuilder row = new StringBuilder();
    writer.row(fact, row);
    StringBuilder file = new StringBuilder(writer.header(month));
    writer.expand(month, row.toString(), file);
    file.append('\n');
    writer.expand(month, planted.spoil().in(row.toString(), writer.delimiter(month)), file);
    Ingest ingest =
        ServiceLoader.load(Job.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(Ingest.class::isInstance)
            .map(Ingest.class::cast)
            .filter(of -> of.folder().equals(writer.folder()))
            .findFirst()
            .orElseThrow();

    List<String> told =
        Scans.told(ingest, String.valueOf(writer.file(month, WORLD)), file.append('\n').toString());

    assertThat(told).hasSize(2);
    assertThat(told.get(0)).doesNotMatch("\\d+: [A-Z_]+ .*");
    assertThat(told.get(1)).matches("\\d+: " + planted.spoil().trap() + " .*");
  }
}
